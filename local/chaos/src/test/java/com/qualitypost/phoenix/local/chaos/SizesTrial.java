package com.qualitypost.phoenix.local.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.chaos.crowd.Client;
import com.qualitypost.phoenix.local.chaos.crowd.LargeBodies;
import com.qualitypost.phoenix.local.chaos.crowd.LargeRecords;
import com.qualitypost.phoenix.local.client.TrackingClient;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lets one client ask too much, while the others continue. The tagged tests are also covered by the gateway's own. */
class SizesTrial {
    /** One address sends a quarter of everything that arrives. */
    private static final int HALF_BODIES = 60;
    /** More than one address may have, and fewer than all together. */
    private static final int CONNECTIONS = 1_100;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] SMALL = "{\"scans\": [{}]}".getBytes(UTF_8);

    private final Rig rig = TrialSystem.rig();
    private final URI gateway = rig.addresses(Component.INGEST).getFirst();
    private final Client client = new Client("127.0.0.9");
    private final Client other = new Client("127.0.0.10");
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        held.forEach(SizesTrial::close);
        rig.awaitWell();
    }

    @Test
    @Tag("long")
    void aSlowBodyIsEndedAndHearsWhy() {
        Socket socket = begins(1_000_000, "{".getBytes(US_ASCII));

        assertThat(Await.holds(PATIENCE, () -> isAnsweredAfterOneMoreByte(socket)))
                .as("A body that trickles is ended")
                .isTrue();
        assertThat(said(socket)).contains("408", "body_too_slow");
    }

    @Test
    @Tag("long")
    void aSlowHeadIsEnded() {
        Socket socket = says("POST /v1/scans HTTP/1.1\r\nUser-Agent: ");

        assertThat(Await.holds(PATIENCE, () -> isEndedAfterOneMoreByte(socket)))
                .as("A head that trickles is ended")
                .isTrue();
    }

    @Test
    @Tag("long")
    void bodiesThatStopHalfWayLeaveRoomForOthers() {
        // At once, because stalled connections are ended soon.
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int body = 0; body < HALF_BODIES; body++) {
                each.execute(() -> begins(2_000_000, new byte[1_000_000]));
            }
        }

        assertThat(statusFor(other, SMALL, "identity")).isEqualTo(202);
    }

    @Test
    @Tag("long")
    void oneAddressHasItsShareOfConnections() {
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            begins(100, "{".getBytes(US_ASCII));
        }

        assertThat(said(held.getLast())).isEmpty();
        assertThat(statusFor(other, SMALL, "identity")).isEqualTo(202);
    }

    @Test
    void whatInflatesTooFarIsRefused() {
        assertThat(statusFor(client, LargeBodies.inflatesTo(40_000_000), "gzip"))
                .isEqualTo(413);
        assertThat(statusFor(client, LargeBodies.bomb(), "gzip")).isEqualTo(400);
        assertThat(statusFor(client, LargeBodies.ofMembers(2_000_000), "gzip")).isEqualTo(400);
    }

    @Test
    void parcelsAndRecordsOfMegabytesStopNobody() {
        String attached = LargeBodies.parcel();
        String ticketed = LargeBodies.parcel();
        try (Chaos chaos = TrialSystem.chaos();
                LargeRecords records = new LargeRecords(rig.kafka().bootstrapServers())) {
            Verdict verdict = chaos.during(() -> {
                for (int batch = 0; batch < 4; batch++) {
                    statusFor(client, LargeBodies.gzip(LargeBodies.withTickets(ticketed, 250)), "gzip");
                }
                statusFor(client, LargeBodies.gzip(LargeBodies.withAttributes(attached, 250)), "gzip");
                for (int device = 0; device < 300; device++) {
                    statusFor(client, LargeBodies.withGap("CROWD-" + UUID.randomUUID()), "identity");
                }
                records.send();
            });
            verdict.lines().forEach(TrialSystem.screen()::say);
            assertThat(verdict.findings()).isEmpty();
        }
        try (TrackingClient lookups =
                new TrackingClient(rig.addresses(Component.QUERY).getFirst())) {
            assertThat(Await.holds(
                            PATIENCE,
                            () -> lookups.of(attached).json().path("events").size() == 250))
                    .as("A parcel is not full because of what is attached to its facts")
                    .isTrue();
            assertThat(lookups.of(ticketed).isFound()).isTrue();
        }
    }

    private int statusFor(Client who, byte[] body, String encoding) {
        try {
            return who.posts(gateway, body, encoding).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Socket begins(int promised, byte[] sent) {
        try {
            Socket socket = client.begins(gateway, promised, sent);
            held.add(socket);
            return socket;
        } catch (IOException e) {
            // Refused at once: a socket that says nothing.
            Socket none = new Socket();
            held.add(none);
            return none;
        }
    }

    private Socket says(String text) {
        return Unchecked.get(() -> {
            Socket socket = client.says(gateway, text);
            held.add(socket);
            return socket;
        });
    }

    private static boolean isEndedAfterOneMoreByte(Socket socket) {
        try {
            socket.setSoTimeout(300);
            socket.getOutputStream().write('a');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isAnsweredAfterOneMoreByte(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String said(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Then it is closed.
        }
    }
}

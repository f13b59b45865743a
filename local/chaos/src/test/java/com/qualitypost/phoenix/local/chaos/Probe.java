package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A device and a customer that try again and again, and report how long it took. */
final class Probe implements AutoCloseable {
    private static final AtomicInteger SERIAL = new AtomicInteger(90_000_000);
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The promise is an answer within three seconds; the rest allows for a busy machine. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private static final String ONE_SCAN = """
            {"scans": [{"scan_id": "%s", "tracking_number": "%s", "kind": "ARRIVED", "occurred_at": "%s"}]}""";

    private static final String WRITTEN =
            "SELECT COUNT(*) FROM phoenix.tracking_event WHERE tracking_number = ? AND scan_id = ?";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DataSource writer;
    private final List<URI> query;
    private final List<URI> ingest;
    private final ScanClient gateway;
    private final AtomicInteger turn = new AtomicInteger();

    Probe(Rig rig) {
        this.query = rig.addresses(Component.QUERY);
        this.ingest = rig.addresses(Component.INGEST);
        this.gateway = new ScanClient(ingest.toArray(URI[]::new));
        Addresses addresses = rig.addresses();
        this.writer = new DriverManagerDataSource(addresses.writerJdbcUrl(), "migrate", addresses.migratePassword());
    }

    /** A scan that was acknowledged. */
    record Sent(String number, UUID scanId) {}

    Sent sends() {
        return sends(next());
    }

    /** The next scan of a parcel. */
    Sent sendsAgain(String number) {
        return sends(Scan.of(UUID.randomUUID(), number, "SORTED", OffsetDateTime.now()));
    }

    private Sent sends(Scan scan) {
        assertThat(gateway.send(new DeviceBatch("PROBE", OffsetDateTime.now(), null, "HANDHELD", List.of(scan)))
                        .accepted())
                .hasSize(1);
        return new Sent(scan.trackingNumber(), scan.scanId());
    }

    String visibleParcel() {
        Sent sent = sends();
        assertThat(eventuallySees(sent, "all well")).isTrue();
        return sent.number;
    }

    /** Prints how long it has taken since now. */
    boolean eventuallySees(Sent sent, String since) {
        return seesWithin(PATIENCE, sent, since);
    }

    boolean seesWithin(Duration limit, Sent sent, String since) {
        long began = System.nanoTime();
        boolean seen = Await.holds(limit, () -> sees(sent));
        TrialSystem.screen().say("figure: %s, visible after %d ms".formatted(since, millis(began)));
        return seen;
    }

    /** Asks for an answer with this scan; any other does not count. */
    private boolean sees(Sent sent) {
        try {
            HttpResponse<String> response = ask("/v1/tracking/" + sent.number + "?after=" + sent.scanId);
            if (response.statusCode() == 200) {
                assertThat(response.body()).contains(sent.scanId.toString());
            }
            return response.statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /** Answers without this scan that claim to be of a moment when the writer had it. */
    List<String> untrueClaims(Sent sent) {
        JdbcClient db = JdbcClient.create(writer);
        JdbcClient.StatementSpec written = db.sql(WRITTEN).params(sent.number, sent.scanId.toString());
        await().until(() -> written.query(Long.class).single() > 0);
        Instant hadIt = Instant.now();
        List<String> untrue = new ArrayList<>();
        await().until(() -> {
            HttpResponse<String> answer = ask("/v1/tracking/" + sent.number);
            boolean has = answer.body().contains(sent.scanId.toString());
            answer.headers()
                    .firstValue("Phoenix-As-Of")
                    .filter(asOf -> !has && !Instant.parse(asOf).isBefore(hadIt))
                    .ifPresent(
                            asOf -> untrue.add("as of %s, without what the writer had at %s".formatted(asOf, hadIt)));
            return has;
        });
        return untrue;
    }

    /**
     * The revision that is returned to a client that has seen this one; empty if the answer is that it is not there.
     */
    OptionalLong revision(String number, long seen) {
        HttpResponse<String> response = ask("/v1/tracking/" + number + "?min_revision=" + seen);
        return response.statusCode() == 200
                ? response.headers().firstValueAsLong("Phoenix-Revision")
                : OptionalLong.empty();
    }

    boolean isEventually(String servedBy, String number) {
        return Await.holds(PATIENCE, () -> looksUp(number).equals(servedBy));
    }

    /**
     * How many lookups, one after the other, a database answers: each for another number, so that none is in the near
     * cache.
     */
    int lookupsWithin(Duration limit) {
        long began = System.nanoTime();
        int answered = 0;
        while (System.nanoTime() - began < limit.toNanos()) {
            String number = TrackingNumber.ours(SERIAL.incrementAndGet()).value();
            assertThat(looksUp(number)).isIn("reader", "writer");
            answered++;
        }
        return answered;
    }

    /** The node that served the answer, or the status if there was none. */
    private String looksUp(String number) {
        try {
            HttpResponse<String> response = ask("/v1/tracking/" + number);
            return response.headers().firstValue("Phoenix-Served-By").orElse(Integer.toString(response.statusCode()));
        } catch (UncheckedIOException e) {
            return e.toString();
        }
    }

    /** The longest time without an accepted scan, while one is sent every tenth of a second. */
    Duration longestRefusal(Duration during) {
        ConcurrentSkipListSet<Long> accepted = new ConcurrentSkipListSet<>(List.of(System.nanoTime()));
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(50)) {
            clock.scheduleAtFixedRate(
                    () -> clock.execute(() -> {
                        if (tries() == ACCEPTED) {
                            accepted.add(System.nanoTime());
                        }
                    }),
                    0,
                    100,
                    TimeUnit.MILLISECONDS);
            Await.holds(during, () -> false);
            clock.shutdownNow();
        }
        accepted.add(System.nanoTime());
        long longest = 0;
        long before = accepted.first();
        for (long next : accepted) {
            longest = Math.max(longest, next - before);
            before = next;
        }
        return Duration.ofNanos(longest);
    }

    /** Makes this many attempts, of which none may be accepted and all have to be answered; prints how soon. */
    void isRefused(int tries) {
        for (int i = 0; i < tries; i++) {
            long began = System.nanoTime();
            assertThat(tries()).isEqualTo(503);
            TrialSystem.screen().say("figure: two brokers killed, refused after %d ms".formatted(millis(began)));
        }
    }

    private int tries() {
        Scan scan = next();
        HttpRequest request = HttpRequest.newBuilder(
                        ingest.get(turn.getAndIncrement() % ingest.size()).resolve("/v1/scans"))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        ONE_SCAN.formatted(scan.scanId(), scan.trackingNumber(), scan.occurredAt())))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(query.get(turn.getAndIncrement() % query.size())
                                    .resolve(path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Scan next() {
        return Scan.of(
                UUID.randomUUID(),
                TrackingNumber.ours(SERIAL.incrementAndGet()).value(),
                "ARRIVED",
                OffsetDateTime.now());
    }

    private static long millis(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
    }

    @Override
    public void close() {
        gateway.close();
        http.close();
    }
}

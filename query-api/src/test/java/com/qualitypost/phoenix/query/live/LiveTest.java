package com.qualitypost.phoenix.query.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.QueryNode;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners receive, over real tables and a real topic. */
class LiveTest {
    private static ReadModelFixture readSide;
    private static Announcer announcer;
    private static QueryNode node;

    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(100_000_000));

    @BeforeAll
    static void start() throws Exception {
        var mysql = TestServers.mysql();
        readSide =
                new ReadModelFixture(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
        announcer = new Announcer(TestServers.kafka().bootstrapServers(), TestServers.registry());
        node = start(Map.of("phoenix.query.live.heartbeat", "200ms"));
    }

    @AfterAll
    static void stop() {
        node.close();
        announcer.close();
    }

    private static QueryNode start(Map<String, Object> settings) {
        var mysql = TestServers.mysql();
        return QueryNode.start(
                Map.of(
                        "phoenix.database.reader", mysql.reader(),
                        "phoenix.database.writer", mysql.writer(),
                        "phoenix.database.password", mysql.credentials().password("query")),
                announcer.settings(),
                settings);
    }

    @BeforeEach
    void theParcelHasRevisionFour() {
        readSide.asOf(Duration.ZERO);
        revision(4);
        awaitHearing(node);
    }

    private void revision(long revision) {
        readSide.parcel(parcel, revision);
        TestServers.mysql().readerUrl(""); // Waits until the reader has everything.
    }

    private void awaitHearing(QueryNode listened) {
        await().until(() -> {
            try (EventStream stream = listen(listened)) {
                return stream.status() == 200;
            }
        });
    }

    @Test
    void aListenerHearsWhatIsVisibleThenEveryChangeAndTheHeartbeat() throws Exception {
        try (EventStream stream = listen(node)) {
            assertThat(stream.type()).isEqualTo("text/event-stream");
            awaitEvents(stream, "id: 1-4");

            announcer.announce(parcel, new Version(1, 5));
            awaitEvents(stream, "id: 1-4", "id: 1-5");
            announcer.announce(parcel, new Version(1, 5)); // at least once
            announcer.announce(parcel, new Version(2, 1));

            awaitEvents(stream, "id: 1-4", "id: 1-5", "id: 2-1");
            assertThat(stream.heard("data: {\"generation\":2,\"revision\":1}")).isTrue();
            await().until(() -> stream.heard(":"));
        }
    }

    @Test
    void whoComesBackHearsOnlyWhatIsNew() throws Exception {
        try (EventStream same = listen(node, "Last-Event-ID", "1-4");
                EventStream older = listen(node, "Last-Event-ID", "1-3");
                EventStream takenBack = listen(node, "Last-Event-ID", "1-9");
                EventStream foreign = listen(node, "Last-Event-ID", "'; --")) {
            awaitEvents(older, "id: 1-4");
            awaitEvents(takenBack, "id: 1-4");
            awaitEvents(foreign, "id: 1-4");
            announcer.announce(parcel, new Version(1, 5));

            awaitEvents(same, "id: 1-5");
        }
    }

    @Test
    void aListenerIsToldToLookAgainWhereTheAnswerMayBeVoid() throws Exception {
        try (EventStream stream = listen(node)) {
            awaitEvents(stream, "id: 1-4");
            announcer.revoke(parcel);
            awaitEvents(stream, "id: 1-4", "event: look-again");

            announcer.announce(parcel, new Version(1, 2));

            awaitEvents(stream, "id: 1-4", "event: look-again", "id: 1-2");
        }
    }

    @Test
    void anUnknownOrMistypedNumberIsRefused() {
        node.customer()
                .gets("/v1/tracking/" + TrackingNumber.ours(99_999_999) + "/live")
                .isProblem(404, "unknown_number");
        node.customer().gets("/v1/tracking/short/live").isProblem(400, "malformed_number");
    }

    @Test
    void whoFindsNoPlaceIsToldAndAPlaceIsFreeAgainAfterSomebodyLeft() {
        try (QueryNode small =
                start(Map.of("phoenix.query.live.max-listeners", 1, "phoenix.query.live.heartbeat", "50ms"))) {
            awaitHearing(small);
            await().until(() -> {
                try (EventStream first = listen(small)) {
                    return first.status() == 200 && refused(small).equals("too_many_listening");
                }
            });

            awaitHearing(small);
        }
    }

    @Test
    void whoLeavesBeforeTheAnswerHasBegunKeepsNoPlace() throws Exception {
        try (QueryNode small =
                start(Map.of("phoenix.query.live.max-listeners", 1, "phoenix.query.live.heartbeat", "50ms"))) {
            awaitHearing(small);
            try (Socket socket = new Socket("127.0.0.1", small.address().getPort())) {
                socket.getOutputStream()
                        .write("GET /v1/tracking/%s/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .formatted(parcel)
                                .getBytes(US_ASCII));
            }

            awaitHearing(small);
        }
    }

    private String refused(QueryNode listened) {
        return listened.customer().gets("/v1/tracking/" + parcel + "/live").code();
    }

    @Test
    void aNodeThatStopsSendsItsListenersAwayAtOnce() {
        Duration patience = Duration.ofMinutes(1);
        QueryNode closing = start(Map.of("spring.lifecycle.timeout-per-shutdown-phase", patience.toSeconds() + "s"));
        awaitHearing(closing);
        try (EventStream stream = listen(closing)) {
            awaitEvents(stream, "id: 1-4");
            long start = System.nanoTime();

            closing.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience.dividedBy(2));
            await().until(stream::isOver);
        }
    }

    @Test
    void aListenerIsAskedToComeAgainAfterTheLongestTime() {
        try (QueryNode brief =
                start(Map.of("phoenix.query.live.longest", "10ms", "phoenix.query.live.heartbeat", "50ms"))) {
            awaitHearing(brief);
            try (EventStream stream = listen(brief)) {
                await().until(stream::isOver);
            }
        }
    }

    @Test
    void withoutKafkaThereAreLookupsButNoListeners() {
        try (QueryNode deaf = start(Map.of("phoenix.kafka.bootstrap-servers", ""))) {
            assertThat(deaf.customer().asksFor(parcel).status()).isEqualTo(200);
            deaf.customer().gets("/v1/tracking/" + parcel + "/live").isProblem(503, "live_unavailable");
        }
    }

    private EventStream listen(QueryNode listened, String... headers) {
        return EventStream.open(listened.address(), parcel.value(), headers);
    }

    private static void awaitEvents(EventStream stream, String... all) {
        await().untilAsserted(() -> assertThat(stream.events()).containsExactly(all));
    }
}

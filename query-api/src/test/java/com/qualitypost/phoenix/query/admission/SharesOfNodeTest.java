package com.qualitypost.phoenix.query.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.QueryNode;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.Somebody;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node can hold in total (places for callers who wait, listen or read slowly) is shared among sources. */
class SharesOfNodeTest {
    private static final String BULK = "/v1/tracking:lookup";
    private static final String MERCHANT = UUID.randomUUID().toString();
    private static final String KEY = "sk_live_" + MERCHANT;

    private static ReadModelFixture readSide;
    private static Announcer announcer;
    private static QueryNode node;

    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private final Somebody one = new Somebody("127.0.0.2", node.address());
    private final Somebody other = new Somebody("127.0.0.3", node.address());

    @BeforeAll
    static void start() throws Exception {
        Mysql mysql = TestServers.mysql();
        readSide =
                new ReadModelFixture(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
        announcer = new Announcer(TestServers.kafka().bootstrapServers(), TestServers.registry());
        readSide.key(MERCHANT, "live", KEY, false);
        node = QueryNode.start(
                Map.of(
                        "phoenix.database.reader", mysql.reader(),
                        "phoenix.database.writer", mysql.writer(),
                        "phoenix.database.password", mysql.credentials().password("query")),
                announcer.settings(),
                Map.of(
                        "phoenix.query.wait.max-waiters", 3,
                        "phoenix.query.wait.max-waiters-of-source", 1,
                        "phoenix.query.live.max-listeners", 3,
                        "phoenix.query.live.max-listeners-of-source", 1,
                        "phoenix.query.live.heartbeat", "100ms",
                        "phoenix.query.bulk.max-calls", 3,
                        "phoenix.query.bulk.max-calls-of-source", 1));
    }

    @AfterAll
    static void stop() {
        node.close();
        announcer.close();
    }

    @BeforeEach
    void theParcelIsThere() {
        readSide.asOf(Duration.ZERO);
        readSide.parcel(parcel, 4);
        TestServers.mysql().readerUrl(""); // Waits until the reader has everything.
    }

    @Test
    void whoeverWaitsTakesAPlaceOfHisSourceOnly() throws Exception {
        String soon = "/v1/tracking/" + parcel + "?min_revision=9&wait=50ms";
        String late =
                "GET /v1/tracking/%s?min_revision=9&wait=10s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(parcel);
        try (one) {
            await().untilAsserted(() -> {
                one.says(late);
                assertThat(one.gets(soon)).isEqualTo("503 too_many_waiting");
            });

            assertThat(other.gets(soon)).isEqualTo("409 not_yet_visible");
            assertThat(one.gets(soon, "Authorization", "Bearer " + KEY)).isEqualTo("409 not_yet_visible");
            assertThat(one.gets(soon, "Authorization", "Bearer made-up")).isEqualTo("503 too_many_waiting");
        }
    }

    @Test
    void whoeverListensTakesAPlaceOfHisSourceOnly() throws Exception {
        String listen = "GET /v1/tracking/%s/live HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n";
        String live = "/v1/tracking/" + parcel + "/live";
        try (one;
                other) {
            await().until(() -> isHeard(one.says(listen.formatted(parcel, ""))));
            assertThat(one.gets(live)).isEqualTo("503 too_many_listening");
            assertThat(one.gets(live, "Authorization", "Bearer made-up")).isEqualTo("503 too_many_listening");

            assertThat(isHeard(other.says(listen.formatted(parcel, "")))).isTrue();
            assertThat(isHeard(one.says(listen.formatted(parcel, "Authorization: Bearer " + KEY + "\r\n"))))
                    .isTrue();
        }
        try (one) {
            await().until(() -> isHeard(one.says(listen.formatted(parcel, ""))));
        }
    }

    @Test
    void whoeverReadsSlowlyHoldsAPlaceOfHisSourceOnlyAndAPartOfItsAnswers() throws Exception {
        String large = ReadModelFixture.body(parcel, "x".repeat(400_000));
        readSide.answers(parcel, 5, Duration.ofDays(1), large, large);
        TestServers.mysql().readerUrl("");
        String body = "{\"numbers\":[\"" + (parcel + "\",\"").repeat(199) + parcel + "\"]}";
        try (one) {
            await().untilAsserted(() -> {
                one.begins(BULK, "Content-Length: " + body.length(), body);
                assertThat(one.posts(BULK, body)).isEqualTo("503 busy");
            });

            assertThat(other.posts(BULK, "{\"numbers\":[\"" + parcel + "\"]}")).isEqualTo("200");
            assertThat(one.posts(BULK, "{\"numbers\":[\"" + parcel + "\"]}", "Authorization", "Bearer " + KEY))
                    .isEqualTo("200");
        }
        await().untilAsserted(() -> assertThat(one.posts(BULK, "{\"numbers\":[\"" + parcel + "\"]}"))
                .isEqualTo("200"));
    }

    private static boolean isHeard(Socket socket) throws Exception {
        byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(begin, java.nio.charset.StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    }
}

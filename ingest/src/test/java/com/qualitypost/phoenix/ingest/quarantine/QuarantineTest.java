package com.qualitypost.phoenix.ingest.quarantine;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.ingest.Operator;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The operators' side, with a real Kafka and a real MySQL behind it. */
@SpringBootTest(properties = {"phoenix.streams.enabled=false", "phoenix.gateway.enabled=false"})
@AutoConfigureMockMvc
@Import(Operator.Mocked.class)
@DirtiesContext
class QuarantineTest {
    private static final String NUMBER = "PQ000000014MX";
    private static final String SCANS = "quarantine-test.scans";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String MIGRATE_URL = TestServers.mysql().writerUrl("phoenix");

    private static final String INSERT = """
            INSERT INTO quarantine
              (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at, tracking_number,
               scan_id, device_id, record_key, record_value, record_headers)
            VALUES (?, 0, ?, ?, 'Because.', 'judge', ?, ?, ?, ?, ?, ?, ?)""";

    private static JdbcTemplate db;

    @Autowired
    private MockMvcTester http;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        var mysql = TestServers.mysql();
        registry.add("phoenix.kafka.bootstrap-servers", TestServers.kafka()::bootstrapServers);
        registry.add("phoenix.registry.url", TestServers.registry()::coreUrl);
        registry.add("phoenix.kafka.topic-prefix", () -> "quarantine-test.");
        registry.add("phoenix.writer.group-id", () -> "quarantine-test-writer");
        registry.add("phoenix.database.writer", mysql::writer);
        registry.add("phoenix.database.password", () -> mysql.credentials().password("writer"));
        registry.add(
                "phoenix.database.migrate-password", () -> mysql.credentials().password("migrate"));
    }

    @BeforeAll
    static void deploy() throws Exception {
        new Deployment(
                        TestServers.kafka().bootstrapServers(),
                        TestServers.registry().confluentUrl(),
                        "quarantine-test.",
                        1,
                        1)
                .deploy();
        db = new JdbcTemplate(new DriverManagerDataSource(
                MIGRATE_URL, "migrate", TestServers.mysql().credentials().password("migrate")));
    }

    @BeforeEach
    void emptyTables() {
        await().untilAsserted(() -> {
            for (String table : List.of("quarantine_replay", "quarantine", "tracking_event")) {
                db.update("DELETE FROM " + table);
            }
        });
    }

    @Test
    void theNewestIsListedFirstWithASummary() {
        put(1, "conflict", "HH-1", 0);
        put(2, "unknown_kind", "HH-2", 5);
        put(3, "conflict", "HH-1", 9);

        assertThat(http.get().uri("/v1/quarantine")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"entries": [
                           {"id": "%1$s-0-3", "reason": "conflict", "device_id": "HH-1", "refused_at": "2026-11-22T12:09:00Z"},
                           {"id": "%1$s-0-2"}, {"id": "%1$s-0-1"}],
                         "by_reason": {"conflict": 2, "unknown_kind": 1}}""".formatted(SCANS));
    }

    @Test
    void theSummaryIsOfTheNewestOnly() {
        db.update("""
                INSERT INTO quarantine
                  (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)
                SELECT /*+ SET_VAR(cte_max_recursion_depth = 20000) */
                       'scans', 0, i, IF(i = 1, 'conflict', 'unknown_kind'), '', 'judge', '2026-11-22' + INTERVAL i SECOND
                  FROM n""");

        assertThat(http.get().uri("/v1/quarantine"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.by_reason")
                .asMap()
                .containsExactly(Map.entry("unknown_kind", 10_000));
    }

    @Test
    void entriesAreFoundByReasonDeviceNumberAndTime() {
        put(1, "conflict", "HH-1", 0);
        put(2, "unknown_kind", "HH-2", 5);
        put(3, "conflict", "HH-1", 9);

        assertThat(listed("reason=conflict")).containsExactly(3, 1);
        assertThat(listed("device=HH-2")).containsExactly(2);
        assertThat(listed("reason=conflict&device=HH-2")).isEmpty();
        assertThat(listed("tracking_number=" + NUMBER)).hasSize(3);
        assertThat(listed("from=2026-11-22T12:05:00Z&until=2026-11-22T12:09:00Z"))
                .containsExactly(2);
    }

    @Test
    void pagesLeaveNothingOutThoughManyWereRefusedAtOnce() {
        for (int offset = 0; offset < 7; offset++) {
            put(offset, "conflict", "HH-1", 0);
        }
        List<Integer> seen = new ArrayList<>();
        String page = "limit=3";
        for (String next = ""; next != null; next = next(page)) {
            page = "limit=3" + (next.isEmpty() ? "" : "&after=" + next);
            seen.addAll(listed(page));
        }

        assertThat(seen).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void anEntryIsShownWithEverything() {
        Scan kept = put(1, "conflict", "HH-1", 0);

        assertThat(http.get().uri("/v1/quarantine/" + SCANS + "/0/1"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"id": "%s-0-1", "reason": "conflict", "key": {"text": "%s"},
                         "headers": [{"key": "ce_id", "text": "abc"}, {"key": "raw", "base64": "//8="}],
                         "value": "%s", "scan": {"scan_id": "%s", "kind": "PICKED_UP", "occurred_at": "2026-11-22T09:00:00Z"},
                         "replays": []}""".formatted(
                                SCANS, NUMBER, Base64.getEncoder().encodeToString(bytes(kept)), kept.getScanId()));
    }

    @Test
    void aReplaySendsTheSameBytesAndIsRecorded() {
        Scan kept = put(1, "conflict", "HH-1", 0);
        long end = end();

        assertThat(replay("/" + SCANS + "/0/1:replay", "{\"by\": \"Ana\"}"))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo("{\"sent\": 1}");

        assertThat(sent(end)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(NUMBER.getBytes(UTF_8));
            assertThat(record.value()).isEqualTo(bytes(kept));
            assertThat(header(record, "ce_id")).isEqualTo("abc");
            assertThat(header(record, "phoenix_replay_of")).isEqualTo(SCANS + "-0-1");
            assertThat(header(record, "phoenix_decision")).isNull();
        });
        assertThat(http.get().uri("/v1/quarantine"))
                .bodyJson()
                .extractingPath("$.entries[0].replay")
                .asMap()
                .containsEntry("by", "Ana")
                .containsEntry("decision", "judge_again")
                .containsEntry("outcome", "waiting");
    }

    @Test
    void manyAreReplayedByAFilterAndTheirOutcomesAreCounted() {
        for (int offset = 0; offset < 250; offset++) {
            put(offset, "in_the_future", "HH-1", 0);
        }
        put(900, "in_the_future", "HH-2", 0);
        long end = end();
        MvcTestResult answer = replay(":replay", """
                {"by": "Ana", "decision": "override", "filter": {"reason": "in_the_future", "device": "HH-1"}}""");

        assertThat(answer).hasStatus(202).bodyJson().isLenientlyEqualTo("{\"sent\": 250, \"skipped\": {}}");
        assertThat(sent(end))
                .hasSize(250)
                .allSatisfy(
                        record -> assertThat(header(record, "phoenix_decision")).isEqualTo("override"));

        db.update("""
                INSERT INTO tracking_event
                  (tracking_number, scan_id, generation, revision, kind, outcome, status, occurred_at, offset_minutes,
                   corrected_at, received_at, time_quality, source)
                SELECT tracking_number, scan_id, 1, 1, 'PICKED_UP', 'MOVED', 'PICKED_UP', NOW(), 0, NOW(), NOW(), 'SYNCED',
                       'HANDHELD'
                  FROM quarantine WHERE source_offset < 100""");
        db.update("UPDATE quarantine SET refused_again_at = UTC_TIMESTAMP(3) WHERE source_offset = 200");
        assertThat(http.get().uri(answer.getResponse().getHeader("Location")))
                .bodyJson()
                .isStrictlyEqualTo("{\"accepted\": 100, \"refused_again\": 1, \"waiting\": 149}");
    }

    @Test
    void whatWasReplayedBeforeTheDatabaseCeasedToAnswerIsTold() throws SQLException {
        for (int offset = 0; offset < 250; offset++) {
            put(offset, "in_the_future", "HH-1", 0);
        }
        db.update("""
                INSERT INTO quarantine_replay
                  (source_topic, source_partition, source_offset, replay_id, replayed_at, replayed_by, decision)
                VALUES (?, 0, 149, UUID(), UTC_TIMESTAMP(3), 'Eva', 'judge_again')""", SCANS);
        long end = end();

        try (Connection other = Objects.requireNonNull(db.getDataSource()).getConnection();
                Statement locked = other.createStatement()) {
            other.setAutoCommit(false);
            locked.execute("""
                    SELECT * FROM quarantine_replay
                     WHERE source_topic = '%s' AND source_partition = 0 AND source_offset < 149 FOR UPDATE""".formatted(SCANS));

            assertThat(replay(":replay", """
                            {"by": "Ana", "filter": {"device": "HH-1"}}""")).hasStatus(202).bodyJson().satisfies(answer -> {
                answer.assertThat().isLenientlyEqualTo("{\"sent\": 100, \"skipped\": {}}");
                answer.assertThat().extractingPath("next").isNotNull();
            });
            assertThat(replay(":replay", """
                            {"by": "Ana", "ids": ["%1$s-0-151", "%1$s-0-148"]}""".formatted(SCANS))).hasStatus(503);
        }
        assertThat(sent(end)).hasSize(100);
    }

    @Test
    void whatTheRulesNeverSawCannotBeOverridden() {
        put(1, "unreadable", null, 0);
        long end = end();

        assertThat(replay("/" + SCANS + "/0/1:replay", "{\"by\": \"Ana\", \"decision\": \"override\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/not_overridable\", \"code\": \"not_overridable\"}");
        assertThat(replay(":replay", """
                {"by": "Ana", "decision": "override", "ids": ["%1$s-0-1", "%1$s-0-77"]}""".formatted(SCANS)))
                .hasStatus(202)
                .bodyJson()
                .isLenientlyEqualTo("{\"sent\": 0, \"skipped\": {\"not_overridable\": 1, \"not_in_quarantine\": 1}}");
        assertThat(end()).isEqualTo(end);
    }

    @Test
    void whatWasRefusedAtTheDoorCannotBeReplayed() {
        put("http", 1, "malformed_scan", null, 0);

        assertThat(replay("/http/0/1:replay", "{\"by\": \"Ana\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("not_replayable");
    }

    @Test
    void aRequestThatIsNotUnderstoodSaysWhy() {
        assertThat(http.get().uri("/v1/quarantine?limit=501")).hasStatus(400);
        assertThat(http.get().uri("/v1/quarantine?from=yesterday")).hasStatus(400);
        assertThat(http.get().uri("/v1/quarantine?after=here")).hasStatus(400);
        assertThat(http.get().uri("/v1/quarantine/" + SCANS + "/0/4711"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("not_in_quarantine");
        assertThat(replay(":replay", "{\"by\": \"Ana\", \"filter\": {}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .asString()
                .contains("a reason or a device");
        assertThat(replay(":replay", "{\"ids\": [\"" + SCANS + "-0-1\"]}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("by is missing: say who decides");
        assertThat(replay(":replay", "{\"by\": \"Ana\", \"ids\": [\"this one\"]}"))
                .hasStatus(400);
        for (String odd : List.of(
                "{\"by\": 4711, \"ids\": []}",
                "{\"by\": [], \"ids\": []}",
                "{\"by\": \"Ana\", \"ids\": [3]}",
                "{\"by\": \"Ana\", \"ids\": [null]}",
                "{\"by\": \"Ana\", \"ids\": 3}",
                "{\"by\": \"Ana\", \"decision\": \"maybe\", \"ids\": []}",
                "{\"by\": \"Ana\", \"filter\": {\"from\": \"yesterday\"}}",
                "[]",
                "{",
                "")) {
            assertThat(replay(":replay", odd))
                    .as(odd)
                    .hasStatus(400)
                    .bodyText()
                    .doesNotContain("java", "qualitypost", "Exception", "jackson");
        }
    }

    @Test
    void whatIsMistypedIsNotAsIfItWereNotThere() {
        put(1, "conflict", "HH-1", 0);
        long end = end();

        assertThat(http.get().uri("/v1/quarantine?reson=conflict"))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"code": "unknown_parameter",
                         "detail": "'reson' is unknown here. Known: after, device, from, limit, reason, tracking_number, until."}""");
        assertThat(http.get().uri("/v1/quarantine?limit=1&limit=2")).hasStatus(400);
        assertThat(http.get().uri("/v1/quarantine/" + SCANS + "/0/1?full=true"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("'full' is unknown here. Known: none.");
        assertThat(replay(":replay", """
                        {"by": "Ana", "filter": {"reason": "conflict", "devise": "HH-2"}}""")).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                        {"code": "unknown_member",
                         "detail": "'devise' is unknown here. Known: device, from, reason, tracking_number, until."}""");
        assertThat(replay(":replay", "{\"by\": \"Ana\", \"ids\": [], \"dry_run\": true}"))
                .hasStatus(400);
        assertThat(replay("/" + SCANS + "/0/1:replay", "{\"by\": \"Ana\", \"decison\": \"override\"}"))
                .hasStatus(400);
        assertThat(sent(end)).isEmpty();
    }

    @Test
    void whatNoDatabaseCanCompareIsRefusedOrFindsNothing() {
        put(1, "conflict", "HH-1", 0);

        assertThat(http.get().uri("/v1/quarantine?reason={reason}", "ñ"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("reason must be a code, such as conflict");
        assertThat(replay(":replay", "{\"by\": \"Ana\", \"filter\": {\"reason\": \"ñ\"}}"))
                .hasStatus(400);
        assertThat(http.get().uri("/v1/quarantine/{topic}/0/1", "ñ")).hasStatus(404);
        assertThat(http.get().uri("/v1/quarantine/" + SCANS + "/-1/-1")).hasStatus(404);
        assertThat(http.get().uri("/v1/quarantine?device={device}", "ñ🚚")).hasStatusOk();
        assertThat(listed("until={until}", "-1000000000-01-01T00:00:00Z")).isEmpty();
        assertThat(listed("from={from}", "+1000000000-12-31T23:59:59.999999999Z"))
                .isEmpty();
        assertThat(listed("from={from}", "-1000000000-01-01T00:00:00Z")).containsExactly(1);
    }

    @Test
    void anIndexAnswersEveryQuestion() {
        String plan = db.queryForObject("""
                EXPLAIN FORMAT=TREE
                SELECT q.source_offset FROM quarantine q
                 WHERE q.reason = 'conflict' AND q.refused_at <= '2026-11-22'
                   AND (q.refused_at, q.source_topic, q.source_partition, q.source_offset) < ('2026-11-22', 'scans', 1, 2)
                 ORDER BY q.refused_at DESC, q.source_topic DESC, q.source_partition DESC, q.source_offset DESC
                 LIMIT 50""", String.class);

        assertThat(plan).contains("by_reason").doesNotContain("Sort");
    }

    private MvcTestResult replay(String path, String body) {
        return http.post()
                .uri("/v1/quarantine" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private List<Integer> listed(String query, Object... values) {
        List<Map<String, Object>> entries = new ArrayList<>();
        assertThat(http.get().uri("/v1/quarantine?" + query, values))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.entries")
                .asArray()
                .allSatisfy(entry -> entries.add(entry(entry)));
        return entries.stream()
                .map(entry -> String.valueOf(entry.get("id")))
                .map(id -> Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entry(Object entry) {
        return (Map<String, Object>) entry;
    }

    private @Nullable String next(String query) {
        try {
            String body = http.get()
                    .uri("/v1/quarantine?" + query)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
            var next =
                    new tools.jackson.databind.json.JsonMapper().readTree(body).path("next");
            return next.isString() ? next.stringValue() : null;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static Scan put(long offset, String reason, @Nullable String device, int minute) {
        return put(SCANS, offset, reason, device, minute);
    }

    private static Scan put(String topic, long offset, String reason, @Nullable String device, int minute) {
        Scan scan = scan(NUMBER, Kind.PICKED_UP, "09:00");
        db.update(
                INSERT,
                topic,
                offset,
                reason,
                LocalDateTime.ofInstant(NOON.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC),
                NUMBER,
                scan.getScanId().toString(),
                device,
                NUMBER.getBytes(UTF_8),
                bytes(scan),
                "[{\"key\": \"ce_id\", \"value\": \"YWJj\"}, {\"key\": \"raw\", \"value\": \"//8=\"}]".getBytes(UTF_8));
        return scan;
    }

    private static byte[] bytes(Scan scan) {
        return new RegistrySettings(TestServers.registry().coreUrl())
                .<Scan>serializer()
                .serialize(SCANS, scan);
    }

    private static long end() {
        try (var consumer = consumer()) {
            var partition = new TopicPartition(SCANS, 0);
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> sent(long from) {
        long end = end();
        var partition = new TopicPartition(SCANS, 0);
        List<ConsumerRecord<byte[], byte[]>> sent = new ArrayList<>();
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(sent::add);
            }
        }
        return sent;
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String key) {
        var header = record.headers().lastHeader(key);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}

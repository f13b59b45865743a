package com.qualitypost.phoenix.projections.rebuild;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.ProjectionsTest;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.tables.PackedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If a part of a row cannot be read the rest is shown, and its neighbours are not kept waiting. */
@SuppressWarnings("NullAway.Init") // set before each test
class DamagedRowsTest {
    private static final String NEIGHBOUR = "RB123456785GB";
    private static final List<String> TIMELINES = List.of(
            "",
            "[{\"id\":",
            "null",
            "[null]",
            "{}",
            "{\"id\":1}",
            "\"text\"",
            "[[]]",
            line("\"at\":9223372036854775807"),
            line("\"at\":-62198755200001"),
            line("\"at\":\"yesterday\""),
            line("\"at\":1795341600123,\"offset_minutes\":-2147483648"),
            line("\"at\":1795341600123,\"place\":\"MID\""),
            line("\"at\":1795341600123,\"place\":{\"code\":\"" + "x".repeat(300) + "\"}"),
            "[" + "[".repeat(5_000));
    private static final List<String> NOT_PACKED = List.of("", "[]", "\u0001", "\u0001no frame", "\u0002[]");
    private static final List<String> REFERENCES = List.of(
            "",
            "[",
            "null",
            "[\"A-1\"]",
            "{\"order\":null}",
            "{\"order\":{\"a\":1}}",
            "{\"order\":\"" + "x".repeat(300) + "\",\"invoice\":\"F-1\"}",
            "{\"order\":\"\\ud800\",\"invoice\":\"?\"}",
            IntStream.range(0, 500)
                    .mapToObj("\"r%1$d\":\"A-%1$d\""::formatted)
                    .collect(Collectors.joining(",", "{", "}")));

    private TestEnvironment stage;
    private Parcels parcels;
    private JdbcClient tables;
    private final Map<String, String> damaged = new LinkedHashMap<>();

    @BeforeEach
    void emptyStage() throws Exception {
        stage = TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        parcels = Parcels.of(stage);
        tables = stage.as("migrate");
    }

    @Test
    void whatComesThroughTheBinlog() {
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            damage();
            everybodyIsAnswered(node);
        }
    }

    @Test
    void whatIsReadFromTheTables() {
        damage();
        try (Node node = stage.node(
                8201, "phoenix.sweep.rows-at-once=4", "phoenix.sweep.pause=10ms", "phoenix.sweep.rest=10ms")) {
            ProjectionsTest.waitForTheFirstRebuild(node);
            everybodyIsAnswered(node);

            assertThat(node.post("/rebuild")).isEqualTo(202);
            soon().untilAsserted(() -> assertThat(node.get("/rebuild"))
                    .containsEntry("state", "DONE")
                    .containsEntry("changed", 0));
            assertThat(node.count("phoenix.projections.repaired", "kind:changed"))
                    .isZero();
        }
    }

    private void everybodyIsAnswered(Node node) {
        parcels.saved(NEIGHBOUR, 1, "DELIVERED");

        soon().untilAsserted(() -> assertThat(parcels.answered(NEIGHBOUR)).contains("DELIVERED 1.1"));
        damaged.forEach(
                (number, what) -> assertThat(parcels.answered(number)).as(what).isPresent());
        damaged.forEach((number, what) -> assertThat(listed(number)).as(what).isTrue());
        assertThat(node.get("/health/cdc")).containsEntry("status", "UP");
        assertThat(node.cdc("left_out")).contains("events=of ", "last_seen=of ", "references=of ", "the first D000");
        for (String part : List.of("events", "last_seen", "references")) {
            assertThat(node.count("phoenix.projections.left_out", "part:" + part))
                    .as(part)
                    .isPositive();
        }
        assertThat(tables.sql("SELECT reference FROM phoenix_read.merchant_reference WHERE merchant_id = 'M-7'")
                        .query(String.class)
                        .list())
                .contains("F-1", "?", "A-99")
                .doesNotContain("A-499")
                .allSatisfy(reference -> assertThat(reference).hasSizeLessThanOrEqualTo(256));
    }

    private boolean listed(String number) {
        return tables.sql("SELECT COUNT(*) FROM phoenix_read.merchant_shipment WHERE tracking_number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void damage() {
        TIMELINES.forEach(
                timeline -> damage("timeline", timeline, PackedText.of(timeline).bytes()));
        NOT_PACKED.forEach(timeline -> damage("timeline", timeline, timeline.getBytes(UTF_8)));
        REFERENCES.forEach(references -> damage("ticket_references", references, references));
    }

    private void damage(String column, String text, Object value) {
        String number = "D%07d".formatted(damaged.size());
        damaged.put(number, column + " " + text.substring(0, Math.min(text.length(), 100)));
        parcels.saved(number, 1, "IN_TRANSIT");
        tables.sql("""
                        UPDATE shipment
                           SET revision = 2, merchant_id = 'M-7', first_event_at = '2026-11-22 10:00:00', %s = ?
                         WHERE tracking_number = ?""".formatted(column)).params(value, number).update();
    }

    private static String line(String time) {
        return "[{\"id\":\"0190b5f0-0000-7000-8000-000000000001\",\"kind\":\"ARRIVED\",%s}]".formatted(time);
    }
}

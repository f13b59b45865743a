package com.qualitypost.phoenix.projections.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord.Window;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.tables.PackedText;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TrackingTableTest {
    private static final String NUMBER = "PQ000000015MX";

    private final JdbcTemplate db = new JdbcTemplate(new DriverManagerDataSource(
            TestServers.mysql().writerUrl("phoenix_read"),
            "migrate",
            TestServers.mysql().credentials().password("migrate")));
    private final TrackingTable table = new TrackingTable(db, "fenced_view");

    @BeforeEach
    void emptyTable() {
        db.execute("DROP TABLE IF EXISTS fenced_view");
        db.execute("""
                CREATE TABLE fenced_view (
                  tracking_number VARCHAR(48) NOT NULL PRIMARY KEY, generation INT NOT NULL, revision BIGINT NOT NULL,
                  status VARCHAR(32) NOT NULL, stale_after DATETIME(3) NULL, answers MEDIUMBLOB NOT NULL,
                  change_seq BIGINT NOT NULL)
                """);
    }

    @Test
    void aNewerRevisionReplacesTheRow() {
        table.upsert(List.of(row(NUMBER, 1, 1, "CREATED", 1)));
        table.upsert(List.of(row(NUMBER, 1, 2, "IN_TRANSIT", 2)));

        assertThat(read()).isEqualTo("1.2 IN_TRANSIT 2 2026-11-25 10:00:00.123");
    }

    @Test
    void anOlderOrEqualRevisionChangesNothing() {
        table.upsert(List.of(row(NUMBER, 1, 2, "IN_TRANSIT", 2)));
        table.upsert(List.of(row(NUMBER, 1, 1, "CREATED", 3)));
        table.upsert(List.of(row(NUMBER, 1, 2, "DELIVERED", 4)));

        assertThat(read()).startsWith("1.2 IN_TRANSIT 2");
    }

    @Test
    void aNewGenerationWinsAlthoughItsRevisionsCountFromOneAgain() {
        table.upsert(List.of(row(NUMBER, 1, 9, "DELIVERED", 1)));
        table.upsert(List.of(row(NUMBER, 2, 1, "CREATED", 2)));
        table.upsert(List.of(row(NUMBER, 1, 10, "RETURNED", 3)));

        assertThat(read()).startsWith("2.1 CREATED 2");
    }

    @Test
    void manyRowsAreWrittenAndRemoved() {
        List<TrackingRow> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> row("N%07d".formatted(i), 1, 1, "CREATED", i))
                .toList();
        table.upsert(rows);
        table.remove(
                rows.subList(0, 700).stream().map(TrackingRow::trackingNumber).toList());
        table.remove(List.of());

        assertThat(db.queryForObject("SELECT COUNT(*) FROM fenced_view", Long.class))
                .isEqualTo(300);
    }

    private String read() {
        return String.valueOf(db.queryForObject(
                "SELECT CONCAT(generation, '.', revision, ' ', status, ' ', change_seq, ' ', stale_after)"
                        + " FROM fenced_view",
                String.class));
    }

    private static TrackingRow row(String number, int generation, long revision, String status, long changeSeq) {
        return new TrackingRows()
                .of(
                        new ShipmentRecord(
                                number,
                                generation,
                                revision,
                                status,
                                "UNKNOWN",
                                null,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                new Window(null, null),
                                Instant.parse("2026-11-25T10:00:00.123Z"),
                                false,
                                PackedText.of("[]"),
                                new ShipmentRecord.Order(null, null, null, null)),
                        changeSeq);
    }
}

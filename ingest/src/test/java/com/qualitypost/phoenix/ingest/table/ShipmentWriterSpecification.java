package com.qualitypost.phoenix.ingest.table;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.table.row.RecordBatch;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.tables.PackedText;
import com.qualitypost.phoenix.topic.TrustedRecords;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Every statement of the table writer, on real MySQL. */
abstract class ShipmentWriterSpecification {
    private static final TopicPartition EVENTS = new TopicPartition("shipment-events", 0);
    private static final String NUMBER = "PQ000000014MX";

    private JdbcTemplate jdbc;
    private SinkOffsets offsets;
    private ShipmentWriter writer;

    static {
        TrustedRecords.establish();
    }

    abstract Mysql mysql();

    @BeforeEach
    void emptyTables() throws InterruptedException {
        String url = mysql().writerUrl("phoenix");
        new Migration(new DatabaseSettings(
                        mysql().writer(),
                        "DISABLED",
                        Duration.ofSeconds(5),
                        "writer",
                        password("writer"),
                        "migrate",
                        password("migrate")))
                .run();
        var migrate = new JdbcTemplate(new DriverManagerDataSource(url, "migrate", password("migrate")));
        for (String table : List.of(
                "shipment",
                "tracking_event",
                "quarantine",
                "sink_offset",
                "device",
                "device_gap",
                "fact_hour",
                "duplicate_scan")) {
            migrate.update("DELETE FROM " + table);
        }
        var source = new DriverManagerDataSource(url, "writer", password("writer"));
        jdbc = new JdbcTemplate(source);
        offsets = new SinkOffsets(jdbc, "test");
        writer = new ShipmentWriter(jdbc, new TransactionTemplate(new DataSourceTransactionManager(source)), offsets);
        offsets.of(Set.of(EVENTS));
    }

    @Test
    void aBatchIsWrittenWithItsOffsets() {
        RecordBatch batch = batch(0, 3);
        batch.add(event(scan(NUMBER, Kind.PICKED_UP, "09:00"), 1));
        batch.add(state(1, 1, ShipmentStatus.PICKED_UP));
        batch.add(quarantined());
        writer.write(batch);

        assertThat(offsets.of(Set.of(EVENTS))).containsEntry(EVENTS, 3L);
        assertThat(count("tracking_event")).isEqualTo(1);
        assertThat(count("quarantine")).isEqualTo(1);
        assertThat(jdbc.queryForMap("SELECT status, revision, last_event_at FROM shipment"))
                .containsEntry("status", "PICKED_UP")
                .containsEntry("revision", 1L)
                .hasEntrySatisfying("last_event_at", at -> assertThat(at).hasToString("2026-11-22T09:00"));
    }

    @Test
    void whateverSomebodyPutIntoARecordIsKeptAndStopsNobody() {
        RecordBatch batch = batch(0, 1);
        batch.add(QuarantinedScan.newBuilder(quarantined())
                .setDetail("x".repeat(5_000))
                .setTrackingNumber("x".repeat(5_000))
                .setDeviceId("x".repeat(5_000))
                .setKey(ByteBuffer.wrap(new byte[100_000]))
                .setValue(ByteBuffer.wrap(new byte[900_000]))
                .build());
        writer.write(batch);

        assertThat(jdbc.queryForMap("SELECT LENGTH(record_key) k, LENGTH(record_value) v FROM quarantine"))
                .containsEntry("k", 100_000L)
                .containsEntry("v", 900_000L);
    }

    /** MySQL takes statements of 64 MB, and the driver doubles each quotation mark. */
    @Test
    void largeRowsGoIntoSeveralStatements() {
        RecordBatch batch = batch(0, 900);
        for (int i = 0; i < 900; i++) {
            batch.add(QuarantinedScan.newBuilder(quarantined())
                    .setSourceOffset(i)
                    .setValue(ByteBuffer.wrap("'".repeat(64 << 10).getBytes(UTF_8)))
                    .build());
        }
        writer.write(batch);

        assertThat(count("quarantine")).isEqualTo(900);
    }

    @Test
    void aBatchWrittenByAnotherIsRefusedAsAWhole() {
        writer.write(batch(0, 3));

        RecordBatch again = batch(0, 3);
        again.add(event(scan(NUMBER, Kind.PICKED_UP, "09:00"), 1));

        assertThatThrownBy(() -> writer.write(again)).isInstanceOf(OffsetConflictException.class);
        assertThat(count("tracking_event")).isZero();
    }

    @Test
    void theFactsOfAnHourAreCountedOnce() {
        RecordBatch batch = batch(0, 2);
        batch.add(event(justReceived(Kind.PICKED_UP), 1));
        batch.add(event(justReceived(Kind.ARRIVED), 2));
        writer.write(batch);
        assertThatThrownBy(() -> writer.write(batch)).isInstanceOf(OffsetConflictException.class);
        RecordBatch next = batch(2, 3);
        next.add(event(justReceived(Kind.DEPARTED), 3));
        writer.write(next);

        assertThat(jdbc.queryForObject("SELECT SUM(facts) FROM fact_hour", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void eachArrivalOfADuplicateIsKept() {
        Scan duplicate = justReceived(Kind.ARRIVED);
        Scan later = Scan.newBuilder(duplicate)
                .setReceivedAt(duplicate.getReceivedAt().plusMillis(1))
                .build();
        RecordBatch batch = batch(0, 2);
        batch.add(duplicate);
        batch.add(later);
        writer.write(batch);

        assertThat(count("duplicate_scan")).isEqualTo(2);
        assertThat(count("tracking_event")).isZero();
    }

    @Test
    void whatOperatorsNoLongerLookAtIsForgotten() {
        jdbc.update(
                "INSERT INTO duplicate_scan VALUES (UTC_TIMESTAMP(3) - INTERVAL 9 DAY, UUID(), 'PQ000000014MX', 'ARRIVED', NULL, NULL, NULL)");
        jdbc.update("INSERT INTO fact_hour VALUES (UTC_TIMESTAMP() - INTERVAL 9 DAY, 'MEX', 1, 0, 1)");
        RecordBatch batch = batch(0, 2);
        batch.add(event(justReceived(Kind.ARRIVED), 1));
        batch.add(justReceived(Kind.ARRIVED));
        Scan ofLongAgo = Scan.newBuilder(justReceived(Kind.ARRIVED))
                .setReceivedAt(Instant.now().minus(9, ChronoUnit.DAYS))
                .build();
        batch.add(event(ofLongAgo, 1));
        batch.add(ofLongAgo);
        writer.write(batch);

        assertThat(count("duplicate_scan")).isEqualTo(1);
        assertThat(count("fact_hour")).isEqualTo(1);
    }

    @Test
    void aFactIsWrittenOnce() {
        Scan fact = scan(NUMBER, Kind.PICKED_UP, "09:00");
        RecordBatch batch = batch(0, 1);
        batch.add(event(fact, 1));
        batch.add(event(fact, 1));
        writer.write(batch);

        assertThat(count("tracking_event")).isEqualTo(1);
    }

    @Test
    void whateverADevicesClockShowsFitsTheTable() {
        RecordBatch batch = batch(0, 2);
        for (String shown : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z")) {
            batch.add(event(
                    Scan.newBuilder(scan(NUMBER, Kind.PICKED_UP, "09:00"))
                            .setOccurredAt(Instant.parse(shown))
                            .build(),
                    1));
        }
        writer.write(batch);

        assertThat(jdbc.queryForList(
                        "SELECT CAST(occurred_at AS CHAR) FROM tracking_event ORDER BY occurred_at", String.class))
                .containsExactly("0001-01-01 00:00:00.000", "9999-12-31 23:59:59.999");
    }

    @Test
    void anEarlierReceiptCorrectsTheTimeButNotTheRevisionAtWhichTheFactCame() {
        Scan late = scan(NUMBER, UUID.randomUUID(), "PICKED_UP", "09:00");
        Scan early = Scan.newBuilder(late)
                .setCorrectedAt(Instant.parse("2026-11-22T08:00:00Z"))
                .build();
        RecordBatch batch = batch(0, 2);
        batch.add(event(late, 1));
        batch.add(event(early, 4));
        writer.write(batch);

        assertThat(jdbc.queryForMap("SELECT revision, corrected_at FROM tracking_event"))
                .containsEntry("revision", 1L)
                .hasEntrySatisfying("corrected_at", at -> assertThat(at).hasToString("2026-11-22T08:00"));
    }

    @Test
    void anOlderStateNeverOverwritesANewerOne() {
        write(state(1, 5, ShipmentStatus.DELIVERED));
        write(state(1, 4, ShipmentStatus.IN_TRANSIT));
        assertThat(status()).isEqualTo("DELIVERED");

        write(state(1, 6, ShipmentStatus.RETURNING));
        assertThat(status()).isEqualTo("RETURNING");
    }

    @Test
    void aNewerGenerationOverwritesWhateverItsRevision() {
        write(state(1, 5, ShipmentStatus.DELIVERED));
        write(state(2, 1, ShipmentStatus.CREATED));
        assertThat(status()).isEqualTo("CREATED");

        write(state(1, 9, ShipmentStatus.DELIVERED));
        assertThat(status()).isEqualTo("CREATED");
        assertThat(jdbc.queryForMap("SELECT generation, revision FROM shipment"))
                .containsEntry("generation", 2)
                .containsEntry("revision", 1L);
    }

    @Test
    void ofAParcelsStatesInABatchTheLastIsWritten() {
        RecordBatch batch = batch(0, 2);
        batch.add(state(1, 1, ShipmentStatus.PICKED_UP));
        batch.add(state(1, 2, ShipmentStatus.IN_TRANSIT));
        writer.write(batch);

        assertThat(status()).isEqualTo("IN_TRANSIT");
    }

    @Test
    void aLargeBatchIsWrittenByFewStatements() {
        RecordBatch batch = batch(0, 1201);
        for (int i = 0; i < 1201; i++) {
            batch.add(event(scan(NUMBER, Kind.ARRIVED, "09:00"), i));
        }
        writer.write(batch);

        assertThat(count("tracking_event")).isEqualTo(1201);
    }

    @Test
    void theTimelineIsWrittenAsDescribed() {
        write(state(1, 1, ShipmentStatus.PICKED_UP));

        assertThat(new PackedText(jdbc.queryForObject("SELECT timeline FROM shipment", byte[].class)).text())
                .isEqualTo(
                        "[{\"id\":\"00000000-0000-0001-0000-000000000001\",\"kind\":\"PICKED_UP\",\"status\":\"PICKED_UP\","
                                + "\"moved\":true,\"at\":1795338000000,\"offset_minutes\":-360,\"time_quality\":\"UNKNOWN\"}]");
    }

    @Test
    void whatAMerchantFindsAParcelByIsWritten() {
        Map<String, String> references = new HashMap<>();
        IntStream.range(0, 60).forEach(i -> references.put("r" + i, "\u0001".repeat(256)));
        write(state(1, 1, ShipmentStatus.PICKED_UP));
        assertThat(jdbc.queryForMap("SELECT ticket_references, first_event_at FROM shipment"))
                .containsEntry("ticket_references", null)
                .hasEntrySatisfying("first_event_at", at -> assertThat(at).hasToString("2026-11-22T09:00"));

        write(ordered(2, Map.of("order", "A-\"1\"", "invoice", "F-9")));
        assertThat(references()).isEqualTo("{\"invoice\":\"F-9\",\"order\":\"A-\\\"1\\\"\"}");

        write(ordered(3, references));
        assertThat(references()).hasSizeGreaterThan(1 << 16).endsWith("}");
    }

    @Test
    void whatIsTooLongForItsColumnIsRefusedAloud() {
        ShipmentState tooLong = ShipmentState.newBuilder(state(1, 1, ShipmentStatus.CREATED))
                .setReason("x".repeat(65))
                .build();

        assertThatThrownBy(() -> write(tooLong)).hasMessageContaining("Data too long");
    }

    @Test
    void numbersNotSeenAreGapsUntilTheyCome() {
        see("HH-1", 1, 2, 5);
        assertThat(gaps()).containsExactly("HH-1 3-4");

        see("HH-1", 4);
        assertThat(gaps()).containsExactly("HH-1 3-3");

        see("HH-1", 3);
        assertThat(gaps()).isEmpty();
        assertThat(jdbc.queryForMap("SELECT first_seq, last_seq, watched_from FROM device"))
                .containsEntry("first_seq", 1L)
                .containsEntry("last_seq", 5L)
                .containsEntry("watched_from", 0L);
    }

    @Test
    void theHalvesOfAGapKeepTheTimeAtWhichItWasNoticed() {
        see("HH-1", 1, 9);
        Object noticed = jdbc.queryForMap("SELECT noticed_at FROM device_gap").get("noticed_at");
        see("HH-1", 5);

        assertThat(gaps()).containsExactly("HH-1 2-4", "HH-1 6-8");
        assertThat(jdbc.queryForList("SELECT DISTINCT noticed_at FROM device_gap", Object.class))
                .containsExactly(noticed);
    }

    @Test
    void eachDeviceCountsOnItsOwn() {
        RecordBatch batch = batch(0, 3);
        batch.add(event(fact("HH-2", 7L), 1));
        batch.add(event(fact("hh-2", 9L), 2));
        batch.add(event(fact("HH-1", 1L), 3));
        batch.add(event(fact("HH-2", 9L), 4));
        writer.write(batch);

        assertThat(gaps()).containsExactly("HH-2 8-8");
        assertThat(count("device")).isEqualTo(3);
    }

    @Test
    void aQuarantinedScanWasSeen() {
        see("HH-1", 1, 3);
        RecordBatch batch = batch(1, 2);
        batch.add(QuarantinedScan.newBuilder(quarantined())
                .setDeviceId("HH-1")
                .setDeviceSeq(2L)
                .build());
        writer.write(batch);

        assertThat(gaps()).isEmpty();
    }

    @Test
    void aNumberThatIsNoneOrOfNobodySaysNothing() {
        RecordBatch batch = batch(0, 1);
        batch.add(event(fact(null, 5L), 1));
        batch.add(event(fact("HH-1", null), 2));
        batch.add(event(fact("HH-1", -1L), 3));
        batch.add(QuarantinedScan.newBuilder(quarantined())
                .setDeviceId("x".repeat(65))
                .setDeviceSeq(2L)
                .build());
        writer.write(batch);

        assertThat(count("device")).isZero();
    }

    @Test
    void manyGapsAreOpenedAndClosedAtOnce() {
        see("HH-1", LongStream.rangeClosed(0, 700).map(i -> 2 * i).toArray());
        assertThat(count("device_gap")).isEqualTo(700);

        see("HH-1", LongStream.rangeClosed(0, 650).map(i -> 2 * i + 1).toArray());
        assertThat(count("device_gap")).isEqualTo(49);
    }

    private void see(String device, long... numbers) {
        long next = offsets.of(Set.of(EVENTS)).getOrDefault(EVENTS, 0L);
        RecordBatch batch = batch(next, next + 1);
        for (long number : numbers) {
            batch.add(event(fact(device, number), 1));
        }
        writer.write(batch);
    }

    private static Scan justReceived(Kind kind) {
        return Scan.newBuilder(scan(NUMBER, kind, "09:00"))
                .setReceivedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setPlace(Place.newBuilder().setCode("MEX").build())
                .build();
    }

    private static Scan fact(@Nullable String device, @Nullable Long number) {
        return Scan.newBuilder(scan(NUMBER, Kind.ARRIVED, "09:00"))
                .setDeviceId(device)
                .setDeviceSeq(number)
                .build();
    }

    private List<String> gaps() {
        return jdbc.queryForList(
                "SELECT CONCAT(device_id, ' ', from_seq, '-', to_seq) FROM device_gap ORDER BY device_id, from_seq",
                String.class);
    }

    private void write(ShipmentState state) {
        long next = offsets.of(Set.of(EVENTS)).getOrDefault(EVENTS, 0L);
        RecordBatch batch = batch(next, next + 1);
        batch.add(state);
        writer.write(batch);
    }

    private String references() {
        return String.valueOf(jdbc.queryForObject("SELECT ticket_references FROM shipment", String.class));
    }

    private static ShipmentState ordered(long revision, Map<String, String> references) {
        return ShipmentState.newBuilder(state(1, revision, ShipmentStatus.PICKED_UP))
                .setTicket(new Ticket("M-7", null, null, references, null, null))
                .build();
    }

    private @Nullable String status() {
        return jdbc.queryForObject("SELECT status FROM shipment WHERE tracking_number = ?", String.class, NUMBER);
    }

    private @Nullable Long count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    }

    private String password(String user) {
        return mysql().credentials().password(user);
    }

    private static RecordBatch batch(long expected, long next) {
        return new RecordBatch(Map.of(EVENTS, new RecordBatch.Step(expected, next)));
    }

    private static ShipmentEvent event(Scan fact, long revision) {
        return new ShipmentEvent(
                NUMBER,
                1,
                revision,
                EventOutcome.MOVED,
                null,
                ShipmentStatus.UNKNOWN,
                ShipmentStatus.PICKED_UP,
                null,
                false,
                fact);
    }

    private static ShipmentState state(int generation, long revision, ShipmentStatus status) {
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        return ShipmentState.newBuilder()
                .setTrackingNumber(NUMBER)
                .setGeneration(generation)
                .setRevision(revision)
                .setRulesVersion(1)
                .setStatus(status)
                .setLastEventAt(at)
                .setTimeline(List.of(TimelineEntry.newBuilder()
                        .setScanId(new UUID(1, 1))
                        .setKind("PICKED_UP")
                        .setStatus("PICKED_UP")
                        .setMoved(true)
                        .setOccurredAt(at)
                        .setOffsetMinutes(-360)
                        .build()))
                .build();
    }

    private static QuarantinedScan quarantined() {
        return QuarantinedScan.newBuilder()
                .setReason("unreadable")
                .setDetail("because")
                .setRefusedBy("judge")
                .setRefusedAt(Instant.parse("2026-11-22T09:00:00Z"))
                .setSourceTopic("scans")
                .setSourcePartition(1)
                .setSourceOffset(7)
                .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build();
    }
}

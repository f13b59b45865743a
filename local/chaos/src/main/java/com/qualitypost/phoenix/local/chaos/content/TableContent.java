package com.qualitypost.phoenix.local.chaos.content;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.PackedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the writer's tables contain of some parcels. */
public final class TableContent implements AutoCloseable {
    private static final String EVENTS =
            "SELECT scan_id FROM phoenix.tracking_event WHERE tracking_number BETWEEN :first AND :last";

    private static final String QUARANTINED = """
            SELECT scan_id FROM phoenix.quarantine
             WHERE tracking_number BETWEEN :first AND :last AND scan_id IS NOT NULL AND refused_by <> 'gateway'""";

    private static final String GAPS = """
            SELECT CONCAT(device_id, ' ', from_seq, '-', to_seq) FROM phoenix.device_gap
             WHERE device_id IN (:devices)""";

    private static final String SHIPMENTS = """
            SELECT tracking_number, generation, revision, status, timeline FROM phoenix.shipment
             WHERE tracking_number BETWEEN :first AND :last""";

    private static final String ANSWERS = """
            SELECT tracking_number, generation, revision, status, answers, change_seq
              FROM phoenix_read.tracking_view
             WHERE tracking_number BETWEEN :first AND :last""";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SingleConnectionDataSource connection;
    private final JdbcClient db;
    private final NumberRange numbers;

    public TableContent(Addresses addresses, NumberRange numbers) {
        this.numbers = numbers;
        this.connection =
                new SingleConnectionDataSource(addresses.writerJdbcUrl(), "migrate", addresses.migratePassword(), true);
        this.db = JdbcClient.create(connection);
    }

    /** A parcel as a table or a topic shows it; the facts of its timeline are oldest first. */
    public record Shown(long generation, long revision, String status, List<UUID> facts) {}

    /** An answer's change number, and what the answer shows. */
    public record Answer(long changeSeq, Shown shown) {}

    public Set<UUID> events() {
        return Set.copyOf(ids(EVENTS));
    }

    /** As many times as each is in the table. */
    public List<UUID> quarantined() {
        return ids(QUARANTINED);
    }

    /** The numbers that devices seem not to have sent. */
    public List<String> gaps(List<String> devices) {
        return db.sql(GAPS)
                .param("devices", devices)
                .query((row, _) -> row.getString(1))
                .list();
    }

    public Map<String, Shown> shipments() {
        Map<String, Shown> shipments = new HashMap<>();
        db.sql(SHIPMENTS).paramSource(numbers).query(row -> {
            shipments.put(
                    row.getString(1),
                    new Shown(
                            row.getLong(2),
                            row.getLong(3),
                            row.getString(4),
                            facts(JSON.readTree(new PackedText(row.getBytes(5)).text()))));
        });
        return shipments;
    }

    public Map<String, Answer> answers() {
        Map<String, Answer> answers = new HashMap<>();
        db.sql(ANSWERS).paramSource(numbers).query(row -> {
            JsonNode body =
                    JSON.readTree(Answers.read(new PackedText(row.getBytes(5))).english());
            List<UUID> facts = new ArrayList<>(facts(body.path("events")));
            Shown shown = new Shown(
                    row.getLong(2), row.getLong(3), body.path("status").asString(), facts.reversed());
            answers.put(row.getString(1), new Answer(row.getLong(6), shown));
        });
        return answers;
    }

    private List<UUID> ids(String sql) {
        return db.sql(sql).paramSource(numbers).query(String.class).list().stream()
                .map(UUID::fromString)
                .toList();
    }

    private static List<UUID> facts(JsonNode timeline) {
        return timeline.values().stream()
                .map(line -> UUID.fromString(line.path("id").asString()))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        connection.destroy();
    }
}

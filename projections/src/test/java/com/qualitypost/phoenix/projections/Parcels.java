package com.qualitypost.phoenix.projections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.PackedText;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both ends of the way: the shipments as ingest writes them, and the answers as the query API reads them. */
public record Parcels(JdbcClient writer, JdbcClient reader, JdbcClient projector) {
    private static final String SAVE = """
            INSERT INTO phoenix.shipment
              (tracking_number, generation, revision, rules_version, status, previous_status, status_since,
               action_required, needs_review, origin, destination_city, proof, timeline)
            VALUES (:number, :generation, :revision, 1, :status, 'UNKNOWN', '2026-11-22 10:00:00.123',
               FALSE, FALSE, 'SCAN', 'Mérida', FALSE, :timeline) AS n
            ON DUPLICATE KEY UPDATE generation = n.generation, revision = n.revision, status = n.status,
               timeline = n.timeline
            """;
    private static final String TIMELINE = """
            [{"id":"0190b5f0-0000-7000-8000-000000000001","kind":"%s","moved":true,"at":1795341600123,
              "offset_minutes":-360,"time_quality":"SYNCED"}]
            """;

    public static Parcels of(TestEnvironment stage) {
        return new Parcels(stage.as("writer"), stage.as("query"), stage.as("projector"));
    }

    public void saved(String number, int generation, long revision, String status) {
        writer.sql(SAVE)
                .param("number", number)
                .param("generation", generation)
                .param("revision", revision)
                .param("status", status)
                .param("timeline", PackedText.of(TIMELINE.formatted("ARRIVED")).bytes())
                .update();
    }

    public void saved(String number, long revision, String status) {
        saved(number, 1, revision, status);
    }

    /** Status and revision as the public sees them, or nothing. */
    public Optional<String> answered(String number) {
        return reader.sql("SELECT CONCAT(status, ' ', generation, '.', revision) FROM phoenix_read.tracking_view"
                        + " WHERE tracking_number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    public String body(String number, String language) {
        Answers answers = reader.sql("SELECT answers FROM phoenix_read.tracking_view WHERE tracking_number = :number")
                .param("number", number)
                .query((row, _) -> Answers.read(new PackedText(row.getBytes(1))))
                .single();
        return new String("es".equals(language) ? answers.spanish() : answers.english(), UTF_8);
    }

    public List<Long> changeNumbers() {
        return reader.sql("SELECT change_seq FROM phoenix_read.tracking_view ORDER BY change_seq")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** A column of the row that says how far the projections have come. */
    public String position(String column) {
        return reader.sql("SELECT " + column + " FROM phoenix_read.cdc_position")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }

    public String changeNumber(String number) {
        return reader.sql("SELECT change_seq FROM phoenix_read.tracking_view WHERE tracking_number = :number")
                .param("number", number)
                .query((row, _) -> row.getString(1))
                .single();
    }

    /** Damage by a faulty disk or a careless hand. */
    public void damage(String number) {
        projector
                .sql("UPDATE phoenix_read.tracking_view SET answers = '{}' WHERE tracking_number = :number")
                .param("number", number)
                .update();
    }

    public void deleted(String number) {
        projector
                .sql("DELETE FROM phoenix_read.tracking_view WHERE tracking_number = :number")
                .param("number", number)
                .update();
    }

    /** An answer about a parcel that the writer does not know, as after a failover that lost it. */
    public void phantom(String number, String like) {
        projector
                .sql("INSERT INTO phoenix_read.tracking_view SELECT :number, generation, revision, status, stale_after,"
                        + " answers, change_seq FROM phoenix_read.tracking_view"
                        + " WHERE tracking_number = :like")
                .param("number", number)
                .param("like", like)
                .update();
    }

    List<String> tables() {
        return projector
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'phoenix_read' ORDER BY 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}

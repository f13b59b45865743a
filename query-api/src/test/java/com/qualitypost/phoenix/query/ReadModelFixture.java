package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.Migrations;
import com.qualitypost.phoenix.tables.PackedText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the table writer and the projections would have written, into the real tables. */
public final class ReadModelFixture {
    public static final String QUARANTINE_REASON = "content_conflict";

    private static final Set<String> MIGRATED = ConcurrentHashMap.newKeySet();

    private final DataSource source;
    private final JdbcClient jdbc;

    public ReadModelFixture(String phoenixUrl, String phoenixReadUrl, Credentials credentials) {
        String password = credentials.password("migrate");
        source = new DriverManagerDataSource(phoenixReadUrl, "migrate", password);
        if (MIGRATED.add(phoenixUrl)) {
            Migrations.PHOENIX.run(new DriverManagerDataSource(phoenixUrl, "migrate", password));
            Migrations.PHOENIX_READ.run(source);
        }
        jdbc = JdbcClient.create(source);
    }

    /** The projections include everything that happened up to this long ago. */
    public void asOf(Duration ago) {
        jdbc.sql("UPDATE cdc_position SET as_of = UTC_TIMESTAMP(3) - INTERVAL ? * 1000 MICROSECOND")
                .param(ago.toMillis())
                .update();
    }

    public void parcel(TrackingNumber number, long revision) {
        parcel(number, revision, Duration.ofDays(1));
    }

    public void parcel(TrackingNumber number, long revision, Duration untilStale) {
        answers(number, revision, untilStale, body(number, "En camino"), body(number, "In transit"));
    }

    public void answers(TrackingNumber number, long revision, Duration untilStale, String spanish, String english) {
        jdbc.sql("""
                        REPLACE INTO tracking_view
                        VALUES (?, 1, ?, 'IN_TRANSIT', UTC_TIMESTAMP(3) + INTERVAL ? * 1000 MICROSECOND,
                                ?, 1)""")
                .params(number.value(), revision, untilStale.toMillis())
                .param(Answers.of(spanish.getBytes(StandardCharsets.UTF_8), english.getBytes(StandardCharsets.UTF_8))
                        .packed()
                        .bytes())
                .update();
    }

    /** The state after a failover to a server that knows less. */
    public void gone(TrackingNumber number) {
        jdbc.sql("DELETE FROM tracking_view WHERE tracking_number = ?")
                .param(number.value())
                .update();
    }

    /** A key, active or revoked. */
    public void key(String merchant, String mode, String key, boolean revoked) {
        jdbc.sql("INSERT IGNORE INTO phoenix.merchant (merchant_id) VALUES (?)")
                .param(merchant)
                .update();
        jdbc.sql("""
                        INSERT INTO phoenix.api_key (key_id, merchant_id, mode, key_hash, revoked_at)
                        VALUES (LEFT(SHA2(?, 256), 12), ?, ?, UNHEX(SHA2(?, 256)), IF(?, UTC_TIMESTAMP(3), NULL))""").params(key, merchant, mode, key, revoked).update();
    }

    /** A row of the merchant's list, on its way for this many minutes; the columns override the defaults. */
    public void listed(String merchant, TrackingNumber number, int minutes, String columns) {
        jdbc.sql("""
                        INSERT INTO merchant_shipment
                        SET tracking_number = ?, generation = 1, revision = 1, merchant_id = ?, status = 'IN_TRANSIT',
                            action_required = FALSE, created_at = UTC_TIMESTAMP(3) - INTERVAL ? MINUTE,
                            updated_at = UTC_TIMESTAMP(3)""").params(number.value(), merchant, minutes).update();
        jdbc.sql("UPDATE merchant_shipment SET revision = 1" + columns + " WHERE tracking_number = ?")
                .param(number.value())
                .update();
    }

    /** The merchant's references by name. */
    public void references(String merchant, TrackingNumber number, Map<String, String> references) {
        jdbc.sql("UPDATE merchant_shipment SET ticket_references = ? WHERE tracking_number = ?")
                .params(JsonMapper.shared().writeValueAsString(references), number.value())
                .update();
        references
                .values()
                .forEach(reference -> jdbc.sql("INSERT INTO merchant_reference VALUES (?, ?, ?)")
                        .params(number.value(), reference, merchant)
                        .update());
    }

    /** A shipment as the table writer left it. */
    public void shipment(TrackingNumber number, @Nullable String postcode, String deliveredTo, String timeline) {
        jdbc.sql("""
                        REPLACE INTO phoenix.shipment
                        SET tracking_number = ?, generation = 1, revision = 1, rules_version = 1, status = 'DELIVERED',
                            previous_status = 'OUT_FOR_DELIVERY', action_required = FALSE, needs_review = FALSE,
                            origin = 'TICKET', destination_city = 'Mérida', destination_postcode = ?,
                            destination_country = 'MX', proof = TRUE, delivered_to = ?, timeline = ?""")
                .params(
                        number.value(),
                        postcode,
                        deliveredTo,
                        PackedText.of(timeline).bytes())
                .update();
    }

    /** Runs something while the writer cannot record an attempt at this parcel. */
    public void whileTriesAreLocked(TrackingNumber number, Runnable trial) {
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(_ -> {
            jdbc.sql("SELECT tries FROM phoenix.recipient_try WHERE tracking_number = ? FOR UPDATE")
                    .param(number.value())
                    .query(Integer.class)
                    .list();
            trial.run();
        });
    }

    /** Makes all attempts and links this much older. */
    public void timePasses(TrackingNumber number, Duration time) {
        for (String column :
                new String[] {"try SET counted_until = counted_until", "link SET expires_at = expires_at"}) {
            jdbc.sql("UPDATE phoenix.recipient_" + column + " - INTERVAL ? SECOND WHERE tracking_number = ?")
                    .params(time.toSeconds(), number.value())
                    .update();
        }
    }

    public int count(String tableAndCondition, Object... params) {
        return jdbc.sql("SELECT COUNT(*) FROM " + tableAndCondition)
                .params(params)
                .query(Integer.class)
                .single();
    }

    public static String body(TrackingNumber number, String status) {
        return "{\"stale\":false,\"tracking_number\":\"%s\",\"status_text\":\"%s\",\"place\":\"Mérida\"}"
                .formatted(number, status);
    }

    public void accepted(TrackingNumber number, String scanId, long revision) {
        accepted(number, scanId, revision, "H-001");
    }

    public void accepted(TrackingNumber number, String scanId, long revision, String device) {
        jdbc.sql("""
                        INSERT INTO phoenix.tracking_event
                          (tracking_number, scan_id, generation, revision, kind, outcome, status, occurred_at,
                           offset_minutes, corrected_at, received_at, time_quality, source, device_id)
                        VALUES (?, ?, 1, ?, 'ARRIVED', 'MOVED', 'IN_TRANSIT', NOW(3), 0, NOW(3), NOW(3), 'synced', 'handheld', ?)""").params(number.value(), scanId, revision, device).update();
    }

    /** A fact from this depot with this outcome, and the count of its hour, this long ago. */
    public void received(TrackingNumber number, String scanId, String depot, String outcome, Duration ago) {
        accepted(number, scanId, 1);
        jdbc.sql("""
                        UPDATE phoenix.tracking_event
                        SET place_code = ?, outcome = ?, received_at = UTC_TIMESTAMP(3) - INTERVAL ? SECOND
                        WHERE scan_id = ?""").params(depot, outcome, ago.toSeconds(), scanId).update();
        jdbc.sql("""
                        INSERT INTO phoenix.fact_hour
                        VALUES (DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL ? SECOND, '%Y-%m-%d %H:00:00'), ?, 1, 0, 1)
                        ON DUPLICATE KEY UPDATE facts = facts + 1""").params(ago.toSeconds(), depot).update();
    }

    /** It came as this revision of its parcel, from a device whose clock is three minutes ahead and six hours from UTC. */
    public void revised(String scanId, long revision) {
        jdbc.sql("""
                        UPDATE phoenix.tracking_event
                        SET revision = ?, offset_minutes = -360, occurred_at = corrected_at + INTERVAL 3 MINUTE
                        WHERE scan_id = ?""").params(revision, scanId).update();
    }

    /** Nothing but the count of so many facts from this depot, so long ago. */
    public void counted(String depot, Duration ago, int facts) {
        jdbc.sql("""
                        INSERT INTO phoenix.fact_hour
                        VALUES (DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL ? SECOND, '%Y-%m-%d %H:00:00'), ?, 1, 1, ?)""").params(ago.toSeconds(), depot, facts).update();
    }

    /** So many facts twenty hours ago. */
    public void receivedOften(TrackingNumber number, int times, String depot) {
        jdbc.sql("""
                        INSERT INTO phoenix.tracking_event
                          (tracking_number, scan_id, generation, revision, kind, outcome, status, occurred_at,
                           offset_minutes, corrected_at, received_at, time_quality, source, device_id, place_code)
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */
                               ?, UUID(), 1, i, 'SORTED', 'NOTED', 'IN_TRANSIT', NOW(3), 0, NOW(3),
                               UTC_TIMESTAMP(3) - INTERVAL 20 HOUR, 'synced', 'handheld', 'H-001', ?
                          FROM n""").params(times, number.value(), depot).update();
    }

    /** It arrived again. */
    public void duplicate(TrackingNumber number, String scanId, String device) {
        jdbc.sql("INSERT INTO phoenix.duplicate_scan VALUES (UTC_TIMESTAMP(3), ?, ?, 'ARRIVED', ?, 7, NULL)")
                .params(scanId, number.value(), device)
                .update();
    }

    /** An operator's note, or a correction of this scan, so many seconds ago. */
    public void noted(TrackingNumber number, String id, String text, @Nullable String corrects, int secondsAgo) {
        jdbc.sql("""
                        INSERT INTO phoenix.operator_note
                        VALUES (?, ?, UTC_TIMESTAMP(3) - INTERVAL ? SECOND, 'Ana', ?, ?)""").params(number.value(), id, secondsAgo, text, corrects).update();
    }

    /** So many notes at once. */
    public void notedOften(TrackingNumber number, int times) {
        jdbc.sql("""
                        REPLACE INTO phoenix.operator_note
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        SELECT ?, UUID(), UTC_TIMESTAMP(3), 'Ana', 'again', NULL FROM n""").params(times, number.value()).update();
        jdbc.sql("ANALYZE TABLE phoenix.operator_note").query().listOfRows();
    }

    /** It was reported as this kind. */
    public void ofKind(String scanId, String kind) {
        jdbc.sql("UPDATE phoenix.tracking_event SET kind = ? WHERE scan_id = ?")
                .params(kind, scanId)
                .update();
    }

    /** Three of its numbers never arrived. */
    public void gap(String device) {
        gap(device, 4, 6);
    }

    /** None of its numbers in this range ever arrived, only the two around it. */
    public void gap(String device, long from, long to) {
        jdbc.sql("INSERT INTO phoenix.device (device_id, first_seq, last_seq, watched_from) VALUES (?, ?, ?, 0)")
                .params(device, from - 1, to + 1)
                .update();
        jdbc.sql("INSERT INTO phoenix.device_gap VALUES (?, ?, ?, UTC_TIMESTAMP(3))")
                .params(device, from, to)
                .update();
    }

    public void quarantined(TrackingNumber number, String scanId) {
        quarantined(number.value(), scanId, "judge");
    }

    /** A scan that was never accepted; a number that cannot be read is null. */
    public void refusedAtTheDoor(@Nullable TrackingNumber number, String scanId) {
        quarantined(number == null ? null : number.value(), scanId, "gateway");
    }

    private void quarantined(@Nullable String number, String scanId, String refusedBy) {
        jdbc.sql("""
                        INSERT INTO phoenix.quarantine
                          (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at,
                           tracking_number, scan_id)
                        SELECT 'scans', 0, COUNT(*), ?, '', ?, NOW(3), ?, ? FROM phoenix.quarantine""").params(QUARANTINE_REASON, refusedBy, number, scanId).update();
    }

    /**
     * Runs something while this many scans are in the quarantine for this reason, and each of that many depots has sent
     * a fact.
     */
    public void whileFlooded(int many, String reason, Runnable trial) {
        jdbc.sql("""
                        INSERT INTO phoenix.quarantine
                          (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at)
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */ ?, 0, i, ?, '', 'judge', NOW(3) FROM n""").params(many, reason, reason).update();
        jdbc.sql("""
                        INSERT INTO phoenix.fact_hour
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */
                               DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL 1 HOUR, '%Y-%m-%d %H:00:00'), CONCAT(?, i), 1, 0, 9
                          FROM n""").params(many, reason).update();
        jdbc.sql("ANALYZE TABLE phoenix.quarantine").query().listOfRows();
        try {
            trial.run();
        } finally {
            jdbc.sql("DELETE FROM phoenix.quarantine WHERE reason = ?")
                    .param(reason)
                    .update();
            jdbc.sql("DELETE FROM phoenix.fact_hour WHERE depot LIKE CONCAT(?, '%')")
                    .param(reason)
                    .update();
        }
    }

    /** Runs something while so many parcels more were delivered or last seen, half of them long ago and half just now. */
    public void whileListed(int many, Runnable trial) {
        jdbc.sql("""
                        INSERT INTO merchant_shipment
                          (tracking_number, generation, revision, status, status_since, action_required, updated_at, depot, last_at)
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                        SELECT /*+ SET_VAR(cte_max_recursion_depth = 1000000) */
                               CONCAT('MANY', i), 1, 1, IF(MOD(i, 2), 'DELIVERED', 'IN_TRANSIT'),
                               UTC_TIMESTAMP(3) - INTERVAL MOD(i, 4) * 10 DAY, FALSE, UTC_TIMESTAMP(3), 'MEX',
                               UTC_TIMESTAMP(3)
                          FROM n""").param(many).update();
        jdbc.sql("ANALYZE TABLE merchant_shipment").query().listOfRows();
        try {
            trial.run();
        } finally {
            jdbc.sql("DELETE FROM merchant_shipment WHERE tracking_number LIKE 'MANY%'")
                    .update();
        }
    }

    /** How MySQL goes about a statement, in the words of EXPLAIN. */
    public String plan(String sql, Map<String, ?> params) {
        return jdbc.sql("EXPLAIN FORMAT=TREE " + sql)
                .params(params)
                .query(String.class)
                .single();
    }

    /** How MySQL reads each table of a statement, from EXPLAIN: const, ref, ALL ... */
    public List<String> accessTypes(String sql, Map<String, ?> params) {
        return accessTypes(jdbc.sql("EXPLAIN FORMAT=TRADITIONAL " + sql).params(params));
    }

    /** The same for a list of numbers. */
    public List<String> accessTypes(String sql, List<String> numbers) {
        return accessTypes(jdbc.sql("EXPLAIN FORMAT=TRADITIONAL " + sql).params(numbers));
    }

    private static List<String> accessTypes(JdbcClient.StatementSpec explained) {
        return explained.query((row, _) -> row.getString("type")).list();
    }
}

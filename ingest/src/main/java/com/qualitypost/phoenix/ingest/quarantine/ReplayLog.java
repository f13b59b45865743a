package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.table.row.MultiRow;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.tables.Utc;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores what was replayed, and by whom. */
class ReplayLog {
    private static final String INSERT = """
            INSERT INTO quarantine_replay
              (source_topic, source_partition, source_offset, replay_id, replayed_at, replayed_by, decision,
               tracking_number, fact_id)""";

    private static final String UPDATE = "ON DUPLICATE KEY UPDATE replayed_at = n.replayed_at";

    private final MultiRow rows;

    ReplayLog(JdbcTemplate jdbc) {
        this.rows = new MultiRow(jdbc, INSERT, UPDATE);
    }

    /**
     * An operator's request.
     *
     * @param id of the request
     */
    record Request(UUID id, Instant at, String by, ReplayDecision decision) {}

    /** The row of {@code tracking_event} that shows that a replay was accepted. */
    record Fact(@Nullable String trackingNumber, @Nullable UUID id) {}

    /** One record of a request. */
    record Replay(SourceRecord of, Fact fact) {}

    void remember(Request request, List<Replay> replays) {
        rows.write(replays.stream()
                .map(replay -> new Object[] {
                    replay.of().topic(),
                    replay.of().partition(),
                    replay.of().offset(),
                    request.id().toString(),
                    Utc.column(request.at()),
                    request.by(),
                    request.decision().word(),
                    replay.fact().trackingNumber(),
                    replay.fact().id() == null ? null : replay.fact().id().toString()
                })
                .toList());
    }
}

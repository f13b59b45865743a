package com.qualitypost.phoenix.local.planted;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that are too long to be inlined, for the projections. */
public final class ProjectionsChanges {
    private static final String MOVE_ON = """
            UPDATE cdc_position
               SET position = ?, change_seq = ?, as_of = COALESCE(?, as_of),
                   lease_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
             WHERE id = 1""";

    private ProjectionsChanges() {}

    public static void moveOn(JdbcClient db, Object to, @Nullable Instant beat, Duration lease) {
        db.sql(MOVE_ON)
                .param(Reach.call(to, "stored"))
                .param(Reach.call(to, "changeSeq"))
                .param(beat == null ? null : LocalDateTime.ofInstant(beat, ZoneOffset.UTC))
                .param(lease.toNanos() / 1_000)
                .update();
    }

    public static List<?> withoutOneIn(int many, List<?> all) {
        return PlantedChanges.withoutOneIn(many, all);
    }
}

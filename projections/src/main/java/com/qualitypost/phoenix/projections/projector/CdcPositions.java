package com.qualitypost.phoenix.projections.projector;

import static com.qualitypost.phoenix.tables.Utc.column;

import com.qualitypost.phoenix.projections.projector.Projector.NotOwnerException;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the row {@code cdc_position}, of which others read what {@link CdcPosition} says. Every write except the claim
 * itself requires that the writer still owns the epoch, and that the server is the one on which it was claimed: what was
 * read from one server must not be written into another.
 */
@Component
class CdcPositions {
    /** More than could be numbered in the part that a failover loses, so that a consumer never sees a number twice. */
    private static final int LOST_NUMBERS = 1_000_000;

    // Epochs grow even if the row went back in time with its server, or with a restored backup.
    private static final String CLAIM = """
            UPDATE cdc_position
               SET epoch = GREATEST(epoch + 1, UNIX_TIMESTAMP()),
                   change_seq = change_seq + IF(COALESCE(server_uuid, @@server_uuid) = @@server_uuid, 0, :lostNumbers),
                   server_uuid = @@server_uuid,
                   owner = :owner,
                   lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND (lease_until < UTC_TIMESTAMP(3) OR owner = :owner)
            """;
    private static final String READ = """
            SELECT epoch, position, position IS NOT NULL AS aligned, change_seq FROM cdc_position WHERE id = 1
            """;
    // A position is compared as bytes, because the column's collation takes a for A.
    private static final String ADVANCE = """
            UPDATE cdc_position
               SET position = :position,
                   change_seq = :changeSeq,
                   as_of = COALESCE(:beat, as_of),
                   lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid
               AND CAST(position AS BINARY) <=> CAST(:expected AS BINARY)
            """;
    private static final String RENEW = """
            UPDATE cdc_position SET lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid
            """;
    private static final String OWNS = """
            SELECT COUNT(*) FROM cdc_position WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid
            """;
    /** Waits for whoever is writing the row. */
    private static final String NEWEST_CHANGE = """
            SELECT change_seq FROM cdc_position
             WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid
               FOR UPDATE
            """;

    private static final String NUMBER_CHANGES = """
            UPDATE cdc_position SET change_seq = :changeSeq
             WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid
            """;
    private static final String RELEASE = """
            UPDATE cdc_position SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 MICROSECOND
             WHERE id = 1 AND epoch = :epoch
            """;

    private final JdbcClient db;

    CdcPositions(JdbcClient db) {
        this.db = db;
    }

    /** Starts a new epoch for this owner; empty while another owner's lease is running. */
    @Transactional
    public Optional<Position> claim(String owner, Duration lease) {
        int claimed = db.sql(CLAIM)
                .param("owner", owner)
                .param("lostNumbers", LOST_NUMBERS)
                .param("leaseMicros", micros(lease))
                .update();
        return claimed == 0
                ? Optional.empty()
                : Optional.of(db.sql(READ).query(Position.class).single());
    }

    /** Moves on from one position to the next; false if another process owns the row or has moved it. */
    boolean advance(Position from, Position to, @Nullable Instant beat, Duration lease) {
        return db.sql(ADVANCE)
                        .param("position", to.stored())
                        .param("changeSeq", to.changeSeq())
                        .param("beat", column(beat))
                        .param("leaseMicros", micros(lease))
                        .param("epoch", from.epoch())
                        .param("expected", from.stored())
                        .update()
                == 1;
    }

    boolean renew(long epoch, Duration lease) {
        return db.sql(RENEW)
                        .param("leaseMicros", micros(lease))
                        .param("epoch", epoch)
                        .update()
                == 1;
    }

    boolean owns(long epoch) {
        return db.sql(OWNS).param("epoch", epoch).query(Integer.class).single() == 1;
    }

    /** Where to begin after a break in the server's history. */
    static Position afterBreak(Position before) {
        return new Position(before.epoch(), null, false, before.changeSeq() + LOST_NUMBERS);
    }

    /** The number of the newest change; fails if the epoch is no longer owned. */
    long newestChange(long epoch) {
        return db.sql(NEWEST_CHANGE)
                .param("epoch", epoch)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotOwnerException("Epoch " + epoch + " has ended"));
    }

    boolean numberChanges(long epoch, long changeSeq) {
        return db.sql(NUMBER_CHANGES)
                        .param("changeSeq", changeSeq)
                        .param("epoch", epoch)
                        .update()
                == 1;
    }

    /** Lets the next owner start at once. */
    void release(long epoch) {
        db.sql(RELEASE).param("epoch", epoch).update();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}

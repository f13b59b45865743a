package com.qualitypost.phoenix.projections.projector;

import static com.qualitypost.phoenix.projections.database.Utc.column;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row {@code cdc_position}: every write but the claim itself demands that the writer still owns the epoch. */
@Repository
public class Positions {

    private static final String CLAIM = """
            UPDATE cdc_position
               SET epoch = epoch + 1,
                   owner = :owner,
                   lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND (lease_until < UTC_TIMESTAMP(3) OR owner = :owner)
            """;
    private static final String READ = "SELECT epoch, position, change_seq FROM cdc_position WHERE id = 1";
    // A position is compared as bytes: the column's collation takes a for A.
    private static final String ADVANCE = """
            UPDATE cdc_position
               SET position = :position,
                   change_seq = :changeSeq,
                   as_of = COALESCE(:beat, as_of),
                   lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND epoch = :epoch AND CAST(position AS BINARY) <=> CAST(:expected AS BINARY)
            """;
    private static final String RENEW = """
            UPDATE cdc_position SET lease_until = UTC_TIMESTAMP(3) + INTERVAL :leaseMicros MICROSECOND
             WHERE id = 1 AND epoch = :epoch
            """;
    private static final String NUMBER_CHANGES =
            "UPDATE cdc_position SET change_seq = :changeSeq WHERE id = 1 AND epoch = :epoch";
    private static final String RELEASE = """
            UPDATE cdc_position SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 MICROSECOND
             WHERE id = 1 AND epoch = :epoch
            """;

    private final JdbcClient db;

    Positions(JdbcClient db) {
        this.db = db;
    }

    /** Starts a new epoch for this owner; empty while somebody else's lease runs. */
    @Transactional
    public Optional<Position> claim(String owner, Duration lease) {
        int claimed = db.sql(CLAIM)
                .param("owner", owner)
                .param("leaseMicros", micros(lease))
                .update();
        return claimed == 0
                ? Optional.empty()
                : Optional.of(db.sql(READ).query(Position.class).single());
    }

    /** Moves on from one position to the next; false where somebody else owns the row or has moved it. */
    boolean advance(Position from, Position to, @Nullable Instant beat, Duration lease) {
        return db.sql(ADVANCE)
                        .param("position", to.position())
                        .param("changeSeq", to.changeSeq())
                        .param("beat", column(beat))
                        .param("leaseMicros", micros(lease))
                        .param("epoch", from.epoch())
                        .param("expected", from.position())
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

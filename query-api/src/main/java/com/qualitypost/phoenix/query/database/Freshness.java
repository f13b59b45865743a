package com.qualitypost.phoenix.query.database;

import com.qualitypost.phoenix.tables.CdcPosition;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fresh a node's rows are; both times are UTC and come from databases, so this process's clock does not matter.
 *
 * @param now the node's time when it answered
 * @param asOf the rows include every change up to here; null if the projections have never run
 */
public record Freshness(LocalDateTime now, @Nullable LocalDateTime asOf) implements HasFreshness {
    private static final String READ =
            "SELECT %s FROM %s WHERE %s".formatted(CdcPosition.FRESHNESS, CdcPosition.ROW, CdcPosition.IS_THE_ROW);

    /** For callers who ask the node for nothing else, or for several things. */
    public static Freshness of(JdbcClient node) {
        return node.sql(READ)
                .query((row, _) ->
                        new Freshness(row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)))
                .single();
    }

    @Override
    public Freshness freshness() {
        return this;
    }

    /** Never negative: the two times may come from the clocks of different machines. Null if unknown. */
    public @Nullable Duration lag() {
        if (asOf == null) {
            return null;
        }
        Duration lag = Duration.between(asOf, now);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    /** The freshness of the same rows after this much time. */
    public Freshness after(Duration time) {
        return new Freshness(now.plus(time), asOf);
    }

    boolean isWithin(Duration maxLag) {
        Duration lag = lag();
        return lag != null && lag.compareTo(maxLag) <= 0;
    }

    /** A small difference does not matter: a replica is always a little behind. */
    boolean isWorthMoreThan(Freshness late, Duration maxLag) {
        return asOf != null && (late.asOf == null || isWithin(maxLag) || asOf.isAfter(late.asOf.plus(maxLag)));
    }
}

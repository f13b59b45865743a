package com.qualitypost.phoenix.projections.projector;

import org.jspecify.annotations.Nullable;

/**
 * How far the projections have come, as their owner knows it.
 *
 * @param epoch which ownership this is
 * @param position where to continue in the binlog; null before the first batch if nothing was stored
 * @param aligned whether everything committed before the position is in the projections; only then is a position stored
 * @param changeSeq the number of the newest change
 */
public record Position(long epoch, @Nullable String position, boolean aligned, long changeSeq) {
    /** The same position after further changes. */
    public Position numbered(long newest) {
        return new Position(epoch, position, aligned, newest);
    }

    Position after(String batch, long newest) {
        return new Position(epoch, batch, aligned, newest);
    }

    Position made() {
        return new Position(epoch, position, true, changeSeq);
    }

    @Nullable
    String stored() {
        return aligned ? position : null;
    }
}

package com.qualitypost.phoenix.projections.projector;

import org.jspecify.annotations.Nullable;

/**
 * How far the projections have come, as their owner knows it.
 *
 * @param epoch which ownership this is
 * @param position where to read on in the binlog; null before the first batch where nothing was stored
 * @param aligned whether all that was committed before the position is in the projections; a position is stored only then
 * @param changeSeq the number of the newest change
 */
public record Position(long epoch, @Nullable String position, boolean aligned, long changeSeq) {

    /** The same, after further changes. */
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

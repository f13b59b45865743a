package com.qualitypost.phoenix.projections.projector;

import org.jspecify.annotations.Nullable;

/**
 * How far the projections have come, as their owner knows it.
 *
 * @param epoch which ownership this is
 * @param position where to read on in the binlog; null before the first snapshot
 * @param changeSeq the number of the newest change
 */
public record Position(long epoch, @Nullable String position, long changeSeq) {}

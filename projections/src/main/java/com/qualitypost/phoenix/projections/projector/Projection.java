package com.qualitypost.phoenix.projections.projector;

/** Tables that are kept up to date in the projector's transaction. */
public interface Projection {
    /**
     * Writes a batch. Its n-th change (counted from 1: first the shipments, then what is removed) has the number
     * {@code changesBefore + n}.
     */
    void apply(ChangeBatch batch, long changesBefore);
}

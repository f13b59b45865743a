package com.qualitypost.phoenix.projections.projector;

/** Tables that are kept up to date in the projector's transaction. */
public interface Projection {

    /** Writes a batch; the change of its n-th shipment (counted from 1) has the number {@code changesBefore + n}. */
    void apply(Batch batch, long changesBefore);

    /** Called when this process takes over, before its first batch. */
    default void onTakeover() {}
}

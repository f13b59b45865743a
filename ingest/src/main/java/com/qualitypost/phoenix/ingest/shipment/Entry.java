package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.Nullable;

/** A line of the timeline: the fact, whether the shipment took its status, and what else is worth saying. */
public record Entry(Fact fact, boolean moved, @Nullable Note note) {

    /** What is worth saying of a line. */
    public enum Note {
        /** A parcel given up for lost was seen again. */
        FOUND,
        /** A cancelled parcel was shipped all the same. */
        SHIPPED_AFTER_CANCEL,
        /** Something reported earlier was taken back. */
        CORRECTED
    }
}

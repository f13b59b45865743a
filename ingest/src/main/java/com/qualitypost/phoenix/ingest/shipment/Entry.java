package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.Nullable;

/** A line of the timeline: the fact, whether it changed the shipment's status, and a note if there is one. */
public record Entry(Fact fact, boolean moved, @Nullable Note note) {
    /** Something notable about a line. */
    public enum Note {
        /** A parcel that was considered lost was seen again. */
        FOUND,
        /** A cancelled parcel was shipped anyway. */
        SHIPPED_AFTER_CANCEL,
        /** Something reported earlier was taken back. */
        CORRECTED
    }
}

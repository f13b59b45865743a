package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Arrays;
import java.util.List;

/** The stages of a parcel's way, each with its statuses. */
enum Stage {
    ORDERED,
    ON_ITS_WAY,
    HELD,
    DELIVERING,
    RETURNING,
    OVER;

    static Stage of(Status status) {
        return switch (status) {
            case CREATED -> ORDERED;
            case PICKED_UP, IN_TRANSIT -> ON_ITS_WAY;
            case ON_HOLD -> HELD;
            case OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, AVAILABLE_FOR_PICKUP -> DELIVERING;
            case RETURNING -> RETURNING;
            case DELIVERED, RETURNED, FAILED, CANCELLED -> OVER;
        };
    }

    List<Status> statuses() {
        return Arrays.stream(Status.values())
                .filter(status -> of(status) == this)
                .toList();
    }

    /** The statuses of parcels that somebody is still waiting for. */
    static List<Status> open() {
        return Arrays.stream(Status.values())
                .filter(status -> of(status) != OVER)
                .toList();
    }
}

package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How a parcel's day ends; the weights are roughly percentages. */
enum Scenario {
    DELIVERED(Status.DELIVERED, 56),
    DELIVERED_AT_SECOND_TRY(Status.DELIVERED, 8),
    COLLECTED(Status.DELIVERED, 3),
    ANNOUNCED(Status.CREATED, 3),
    VOIDED(Status.CANCELLED, 1),
    PICKED_UP(Status.PICKED_UP, 3),
    UNDER_WAY(Status.IN_TRANSIT, 8),
    ADDRESS_UNCLEAR(Status.ON_HOLD, 1),
    MISSORTED(Status.ON_HOLD, 1),
    STUCK_IN_WEATHER(Status.ON_HOLD, 1),
    ON_ITS_ROUND(Status.OUT_FOR_DELIVERY, 4),
    NOBODY_HOME(Status.DELIVERY_ATTEMPTED, 4),
    AT_THE_COUNTER(Status.AVAILABLE_FOR_PICKUP, 3),
    GOING_BACK(Status.RETURNING, 2),
    WENT_BACK(Status.RETURNED, 2),
    LOST(Status.FAILED, 1);

    private static final int ALL =
            Arrays.stream(values()).mapToInt(story -> story.weight).sum();

    private final Status end;
    private final int weight;

    Scenario(Status end, int weight) {
        this.end = end;
        this.weight = weight;
    }

    Status end() {
        return end;
    }

    /** Each of them once, then by weight, so that no status is missing from a day. */
    static Scenario of(int parcel, RandomGenerator random) {
        if (parcel < values().length) {
            return values()[parcel];
        }
        int drawn = random.nextInt(ALL);
        for (Scenario story : values()) {
            drawn -= story.weight;
            if (drawn < 0) {
                return story;
            }
        }
        throw new IllegalStateException("Weights end at " + ALL);
    }
}

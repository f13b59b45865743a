package com.qualitypost.phoenix.vocabulary;

/** What the product answers to "where is my parcel?". The rank breaks ties of facts with equal times: the higher is folded last. */
public enum Status {
    CREATED(0),
    PICKED_UP(10),
    IN_TRANSIT(20),
    ON_HOLD(25),
    OUT_FOR_DELIVERY(30),
    DELIVERY_ATTEMPTED(35),
    AVAILABLE_FOR_PICKUP(36),
    RETURNING(70),
    DELIVERED(90),
    RETURNED(95),
    FAILED(96),
    CANCELLED(97);

    private final int rank;

    Status(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    /** Whether the parcel's journey is over: no further scan is expected. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, RETURNED, FAILED, CANCELLED -> true;
            case CREATED,
                    PICKED_UP,
                    IN_TRANSIT,
                    ON_HOLD,
                    OUT_FOR_DELIVERY,
                    DELIVERY_ATTEMPTED,
                    AVAILABLE_FOR_PICKUP,
                    RETURNING -> false;
        };
    }

    /** Whether the parcel is still heading for its recipient. */
    public boolean isOnItsWay() {
        return !isFinal() && this != RETURNING;
    }
}

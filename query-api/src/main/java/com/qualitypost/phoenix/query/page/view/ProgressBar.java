package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.web.json.LowerCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far a parcel has come; no steps if there is no way left to go. */
record ProgressBar(List<Step> steps) {
    private static final ProgressBar NONE = new ProgressBar(List.of());
    private static final List<String> TO_THE_DOOR =
            List.of("created", "received", "on_the_way", "out_for_delivery", "delivered");
    private static final List<String> TO_THE_COUNTER =
            List.of("created", "received", "on_the_way", "at_the_counter", "collected");
    private static final List<String> BACK = List.of("created", "received", "on_the_way", "returning", "returned");

    /** One step, and where the parcel is relative to it. */
    record Step(String key, Mark mark) {}

    /** Where a step or place is. */
    public enum Mark implements LowerCase {
        DONE,
        HERE,
        AHEAD
    }

    public static ProgressBar of(Optional<Status> status) {
        return status.map(ProgressBar::of).orElse(NONE);
    }

    private static ProgressBar of(Status status) {
        return switch (status) {
            case CREATED -> at(0, TO_THE_DOOR);
            case PICKED_UP -> at(1, TO_THE_DOOR);
            case IN_TRANSIT, ON_HOLD -> at(2, TO_THE_DOOR);
            case OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED -> at(3, TO_THE_DOOR);
            case DELIVERED -> at(4, TO_THE_DOOR);
            case AVAILABLE_FOR_PICKUP -> at(3, TO_THE_COUNTER);
            case RETURNING -> at(3, BACK);
            case RETURNED -> at(4, BACK);
            case FAILED, CANCELLED -> NONE;
        };
    }

    private static ProgressBar at(int here, List<String> way) {
        return new ProgressBar(IntStream.range(0, way.size())
                .mapToObj(i -> new Step(way.get(i), i < here ? Mark.DONE : i == here ? Mark.HERE : Mark.AHEAD))
                .toList());
    }

    /** Counted from one. */
    public int here() {
        return (int) steps.stream().filter(step -> step.mark() != Mark.AHEAD).count();
    }
}

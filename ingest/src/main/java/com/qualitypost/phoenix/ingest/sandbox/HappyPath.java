package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.vocabulary.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The usual way from one status to the next; only the sandbox uses it, elsewhere the facts decide. */
final class HappyPath {
    private HappyPath() {}

    /** The statuses on the way to this one, which comes last. */
    static List<Status> upTo(Status end) {
        List<Status> way = before(end).map(HappyPath::upTo).map(ArrayList::new).orElseGet(ArrayList::new);
        way.add(end);
        return way;
    }

    private static Optional<Status> before(Status status) {
        return switch (status) {
            case CREATED -> Optional.empty();
            case PICKED_UP, CANCELLED -> Optional.of(Status.CREATED);
            case IN_TRANSIT -> Optional.of(Status.PICKED_UP);
            case ON_HOLD, OUT_FOR_DELIVERY, FAILED -> Optional.of(Status.IN_TRANSIT);
            case DELIVERY_ATTEMPTED, DELIVERED -> Optional.of(Status.OUT_FOR_DELIVERY);
            case AVAILABLE_FOR_PICKUP, RETURNING -> Optional.of(Status.DELIVERY_ATTEMPTED);
            case RETURNED -> Optional.of(Status.RETURNING);
        };
    }

    /**
     * The status that usually comes next; null means a parcel without any facts, empty that this was the last status.
     */
    static Optional<Status> after(@Nullable Status status) {
        return switch (status) {
            case null -> Optional.of(Status.CREATED);
            case CREATED -> Optional.of(Status.PICKED_UP);
            case PICKED_UP, ON_HOLD -> Optional.of(Status.IN_TRANSIT);
            case IN_TRANSIT, DELIVERY_ATTEMPTED -> Optional.of(Status.OUT_FOR_DELIVERY);
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> Optional.of(Status.DELIVERED);
            case RETURNING -> Optional.of(Status.RETURNED);
            case DELIVERED, RETURNED, FAILED, CANCELLED -> Optional.empty();
        };
    }
}

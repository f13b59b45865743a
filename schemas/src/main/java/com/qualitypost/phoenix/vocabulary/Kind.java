package com.qualitypost.phoenix.vocabulary;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says happened; a closed list. On the wire a kind is a string, so that an unknown one can be quarantined.
 */
public enum Kind {
    TICKET_ISSUED(Status.CREATED),
    PRE_ADVISED(Status.CREATED),
    PICKED_UP(Status.PICKED_UP),
    ACCEPTED(Status.PICKED_UP),
    ARRIVED(Status.IN_TRANSIT),
    DEPARTED(Status.IN_TRANSIT),
    SORTED(Status.IN_TRANSIT),
    LOADED(Status.IN_TRANSIT),
    CUSTOMS_RELEASED(Status.IN_TRANSIT),
    HELD(Status.ON_HOLD),
    DELAYED(Status.ON_HOLD),
    MISSORTED(Status.ON_HOLD),
    CUSTOMS_IN(Status.ON_HOLD),
    ADDRESS_QUERY(Status.ON_HOLD),
    OUT_FOR_DELIVERY(Status.OUT_FOR_DELIVERY),
    DELIVERY_FAILED(Status.DELIVERY_ATTEMPTED),
    READY_FOR_PICKUP(Status.AVAILABLE_FOR_PICKUP),
    RETURN_STARTED(Status.RETURNING),
    DELIVERED(Status.DELIVERED),
    RETURNED_TO_SENDER(Status.RETURNED),
    LOST(Status.FAILED),
    DESTROYED(Status.FAILED),
    STOLEN(Status.FAILED),
    VOIDED(Status.CANCELLED),
    INFO_RECORDED(null),
    CONSOLIDATED(null),
    RECORD_UPDATED(null),
    CORRECTION(null),
    POSITION(null);

    private static final Map<String, Kind> BY_NAME =
            Arrays.stream(values()).collect(toUnmodifiableMap(Kind::name, Function.identity()));

    private final @Nullable Status status;

    Kind(@Nullable Status status) {
        this.status = status;
    }

    /** The status that this kind leads to; empty for kinds that only appear in the timeline. */
    public Optional<Status> status() {
        return Optional.ofNullable(status);
    }

    /** The kind of this name; empty for a kind that this version does not know. */
    public static Optional<Kind> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

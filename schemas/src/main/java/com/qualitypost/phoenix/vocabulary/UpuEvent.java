package com.qualitypost.phoenix.vocabulary;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An event of international mail, by its code in UPU's message EMSEVT version 3 (standard M40), and its kind here. */
public enum UpuEvent {
    EMA("Posting or collection", Kind.ACCEPTED),
    EMB("Arrival at outward office of exchange", Kind.ARRIVED),
    EXA("Presented to export customs or security", Kind.CUSTOMS_IN),
    EXB("Held by export customs or security", Kind.CUSTOMS_IN),
    EXC("Returned from export customs or security", Kind.CUSTOMS_RELEASED),
    EXD("Held at outward office of exchange", Kind.HELD),
    EXX("Export cancelled", Kind.VOIDED),
    EMC("Departure from outward office of exchange", Kind.DEPARTED),
    EMJ("Arrival at transit office of exchange", Kind.ARRIVED),
    EMK("Departure from transit office of exchange", Kind.DEPARTED),
    EMD("Arrival at inward office of exchange", Kind.ARRIVED),
    EDA("Held at inward office of exchange", Kind.HELD),
    EDB("Presented to import customs", Kind.CUSTOMS_IN),
    EME("Held by import customs", Kind.CUSTOMS_IN),
    EDC("Returned from import customs", Kind.CUSTOMS_RELEASED),
    EMF("Departure from inward office of exchange", Kind.DEPARTED),
    EDD("Into sorting centre", Kind.ARRIVED),
    EDE("Out of sorting centre", Kind.DEPARTED),
    EMG("Arrival at delivery office", Kind.ARRIVED),
    EDF("Held at delivery depot", Kind.HELD),
    EDG("Out for physical delivery", Kind.OUT_FOR_DELIVERY),
    EDH("Arrival at collection point", Kind.READY_FOR_PICKUP),
    EMH("Unsuccessful delivery", Kind.DELIVERY_FAILED),
    EMI("Final delivery", Kind.DELIVERED),
    EDX("Import terminated", Kind.DESTROYED);

    private static final Map<String, UpuEvent> BY_CODE =
            Arrays.stream(values()).collect(toUnmodifiableMap(UpuEvent::name, Function.identity()));

    private final String meaning;
    private final Kind kind;

    UpuEvent(String meaning, Kind kind) {
        this.meaning = meaning;
        this.kind = kind;
    }

    public String meaning() {
        return meaning;
    }

    public Kind kind() {
        return kind;
    }

    /** The event with this code, in upper or lower case; empty for an unknown one, which nobody may guess. */
    public static Optional<UpuEvent> coded(String code) {
        return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The events by which post reports that a parcel is in this status, in the order of its way. */
    public static List<UpuEvent> saying(Status status) {
        return switch (status) {
            // Post has no words for a return: a failed delivery with its reason begins it, a delivery at the origin
            // ends it.
            case RETURNING -> List.of(EMH);
            case RETURNED -> List.of(EMI);
            case CREATED,
                    PICKED_UP,
                    IN_TRANSIT,
                    ON_HOLD,
                    OUT_FOR_DELIVERY,
                    DELIVERY_ATTEMPTED,
                    AVAILABLE_FOR_PICKUP,
                    DELIVERED,
                    FAILED,
                    CANCELLED ->
                Arrays.stream(values())
                        .filter(event -> event.kind.status().orElse(null) == status)
                        .toList();
        };
    }
}

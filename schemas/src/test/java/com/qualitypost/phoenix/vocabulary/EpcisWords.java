package com.qualitypost.phoenix.vocabulary;

import java.util.Optional;

/**
 * A kind in GS1's event standard EPCIS, in the words of its Core Business Vocabulary.
 *
 * @param bizStep what was done
 * @param disposition the state of the parcel afterwards
 */
record EpcisWords(String bizStep, String disposition) {
    /** Empty for kinds that are not events of the parcel itself. */
    static Optional<EpcisWords> of(Kind kind) {
        return switch (kind) {
            case TICKET_ISSUED, PRE_ADVISED -> words("commissioning", "active");
            case PICKED_UP, ACCEPTED -> words("accepting", "in_progress");
            case ARRIVED -> words("arriving", "in_transit");
            case DEPARTED, OUT_FOR_DELIVERY -> words("departing", "in_transit");
            case SORTED, LOADED, CUSTOMS_RELEASED -> words("transporting", "in_transit");
            case HELD, DELAYED, MISSORTED, ADDRESS_QUERY -> words("holding", "non_conformant");
            case CUSTOMS_IN -> words("inspecting", "non_conformant");
            case DELIVERY_FAILED -> words("holding", "in_progress");
            case READY_FOR_PICKUP -> words("storing", "available");
            case RETURN_STARTED -> words("shipping", "returned");
            case DELIVERED -> words("receiving", "delivered");
            case RETURNED_TO_SENDER -> words("receiving", "returned");
            case LOST -> words("other", "unknown");
            case DESTROYED -> words("destroying", "destroyed");
            case STOLEN -> words("other", "stolen");
            case VOIDED -> words("void_shipping", "inactive");
            case INFO_RECORDED, CONSOLIDATED, RECORD_UPDATED, CORRECTION, POSITION -> Optional.empty();
        };
    }

    private static Optional<EpcisWords> words(String bizStep, String disposition) {
        return Optional.of(new EpcisWords(bizStep, disposition));
    }
}

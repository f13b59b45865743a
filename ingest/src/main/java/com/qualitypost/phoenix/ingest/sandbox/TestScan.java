package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that happens to a test parcel.
 *
 * @param details by their names in the contract of scans
 */
record TestScan(Kind kind, Map<String, Object> details) {
    private static final Map<String, Object> SENDERS_CITY = place("MEX01", "Ciudad de México", "07700");
    private static final Map<String, Object> HALFWAY = place("PUE01", "Puebla", "72000");
    private static final Map<String, Object> RECIPIENTS_CITY = place("MID01", "Mérida", "97000");

    /** A fact that leads to this status, on an order of this merchant. */
    static TestScan leadingTo(Status status, Map<String, Object> ticket) {
        return switch (status) {
            case CREATED -> new TestScan(Kind.TICKET_ISSUED, Map.of("ticket", ticket));
            case PICKED_UP -> at(SENDERS_CITY, Kind.PICKED_UP);
            case IN_TRANSIT -> at(HALFWAY, Kind.ARRIVED);
            case ON_HOLD -> because(Reason.WEATHER_DELAYED, HALFWAY, Kind.DELAYED);
            case OUT_FOR_DELIVERY -> at(RECIPIENTS_CITY, Kind.OUT_FOR_DELIVERY);
            case DELIVERY_ATTEMPTED -> because(Reason.CONSIGNEE_ABSENT, RECIPIENTS_CITY, Kind.DELIVERY_FAILED);
            case AVAILABLE_FOR_PICKUP -> because(Reason.CONSIGNEE_COLLECTS, RECIPIENTS_CITY, Kind.READY_FOR_PICKUP);
            case RETURNING -> because(Reason.CONSIGNEE_REFUSED, RECIPIENTS_CITY, Kind.RETURN_STARTED);
            case DELIVERED ->
                new TestScan(Kind.DELIVERED, Map.of("place", RECIPIENTS_CITY, "delivered_to", "recipient"));
            case RETURNED -> at(SENDERS_CITY, Kind.RETURNED_TO_SENDER);
            case FAILED -> at(HALFWAY, Kind.LOST);
            case CANCELLED -> new TestScan(Kind.VOIDED, Map.of());
        };
    }

    /** The ticket of a merchant's order. */
    static Map<String, Object> ticket(String merchantId, String order) {
        return Map.of(
                "merchant_id",
                merchantId,
                "service",
                "ECONOMY",
                "destination",
                RECIPIENTS_CITY,
                "references",
                Map.of("order", order));
    }

    /** The scan in the form that the gateway accepts. */
    Map<String, Object> scan(UUID id, TrackingNumber number, OffsetDateTime occurredAt) {
        Map<String, Object> scan = new TreeMap<>(details);
        scan.put("scan_id", id.toString());
        scan.put("tracking_number", number.value());
        scan.put("kind", kind.name());
        scan.put("occurred_at", occurredAt.toString());
        return scan;
    }

    private static TestScan at(Map<String, Object> place, Kind kind) {
        return new TestScan(kind, Map.of("place", place));
    }

    private static TestScan because(Reason reason, Map<String, Object> place, Kind kind) {
        return new TestScan(kind, Map.of("place", place, "reason", reason.code()));
    }

    private static Map<String, Object> place(String code, String city, String postcode) {
        return Map.of("code", code, "city", city, "postcode", postcode, "country", "MX");
    }
}

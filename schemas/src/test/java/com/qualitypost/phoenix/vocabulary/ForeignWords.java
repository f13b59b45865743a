package com.qualitypost.phoenix.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A status in the words of the services that merchants know. Post's words are in {@link UpuEvent}, those of EPCIS in
 * {@link EpcisWords}.
 *
 * @param afterShip the subtag; the part before the underscore is the tag. Null if there is none
 * @param easyPost status and status detail
 * @param shippo status and substatus; null if there is none
 * @param seventeenTrack the sub-status; the part before the underscore is the status
 */
record ForeignWords(
        @Nullable String afterShip,
        String easyPost,
        @Nullable String shippo,
        String seventeenTrack) {
    /** The words for a status without regard to its reason. */
    static ForeignWords of(Status status) {
        return switch (status) {
            case CREATED ->
                words(
                        "InfoReceived_001",
                        "pre_transit/label_created",
                        "PRE_TRANSIT/information_received",
                        "InfoReceived");
            case PICKED_UP ->
                words(
                        "InTransit_002",
                        "in_transit/received_at_origin_facility",
                        "TRANSIT/package_accepted",
                        "InTransit_PickedUp");
            case IN_TRANSIT ->
                words("InTransit_001", "in_transit/in_transit", "TRANSIT/package_processing", "InTransit_Other");
            case ON_HOLD -> words("Exception_001", "in_transit/held", "TRANSIT/package_held", "Exception_Delayed");
            case OUT_FOR_DELIVERY ->
                words(
                        "OutForDelivery_001",
                        "out_for_delivery/out_for_delivery",
                        "TRANSIT/out_for_delivery",
                        "OutForDelivery_Other");
            case DELIVERY_ATTEMPTED ->
                words(
                        "AttemptFail_001",
                        "failure/delivery_exception",
                        "FAILURE/package_undeliverable",
                        "DeliveryFailure_Other");
            case AVAILABLE_FOR_PICKUP ->
                words(
                        "AvailableForPickup_001",
                        "available_for_pickup/arrived_at_pickup_location",
                        "TRANSIT/pickup_available",
                        "AvailableForPickup_Other");
            case RETURNING ->
                words("Exception_010", "return_to_sender/return", "RETURNED/return_to_sender", "Exception_Returning");
            case DELIVERED ->
                words("Delivered_001", "delivered/arrived_at_destination", "DELIVERED/delivered", "Delivered_Other");
            case RETURNED ->
                words("Exception_011", "return_to_sender/return", "RETURNED/return_to_sender", "Exception_Returned");
            case FAILED -> words("Exception_013", "failure/lost", "FAILURE/package_lost", "Exception_Lost");
            case CANCELLED -> words(null, "cancelled/cancelled", null, "Exception_Cancel");
        };
    }

    /**
     * The words for a status and its reason: more precise if they can say why, otherwise those of the status alone.
     */
    static ForeignWords of(Status status, Reason reason) {
        return switch (status) {
            case ON_HOLD -> onHold(reason);
            case DELIVERY_ATTEMPTED -> attempted(reason);
            case FAILED ->
                reason == Reason.CARRIER_DAMAGED
                        ? words("Exception_012", "failure/damaged", "FAILURE/package_undeliverable", "Exception_Damage")
                        : of(status);
            case CREATED,
                    PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    AVAILABLE_FOR_PICKUP,
                    RETURNING,
                    DELIVERED,
                    RETURNED,
                    CANCELLED -> of(status);
        };
    }

    private static ForeignWords onHold(Reason reason) {
        return switch (reason) {
            case SHIPPER_ADDRESS_WRONG,
                    CONSIGNEE_ADDRESS_INCOMPLETE,
                    CONSIGNEE_ADDRESS_UNREACHABLE,
                    CONSIGNEE_UNKNOWN ->
                words("Exception_007", "in_transit/address_correction", "TRANSIT/address_issue", "Exception_Other");
            case CARRIER_DAMAGED ->
                words("Exception_012", "in_transit/damaged", "TRANSIT/package_damaged", "Exception_Damage");
            case CARRIER_MISSORTED ->
                words("Exception_005", "in_transit/missorted", "TRANSIT/delayed", "Exception_Delayed");
            case CARRIER_DELAYED, CARRIER_VEHICLE, OTHER_ROAD_BLOCKED ->
                words("Exception_005", "in_transit/delayed", "TRANSIT/delayed", "Exception_Delayed");
            case WEATHER_CLOSED, WEATHER_DELAYED ->
                words("Exception_005", "in_transit/weather_delay", "TRANSIT/delayed", "Exception_Delayed");
            case CUSTOMS_DOCUMENTS_MISSING ->
                words(
                        "Exception_004",
                        "in_transit/awaiting_information",
                        "TRANSIT/package_held",
                        "InTransit_CustomsRequiringInformation");
            case CUSTOMS_INSPECTION ->
                words("Exception_004", "in_transit/held", "TRANSIT/package_held", "InTransit_CustomsProcessing");
            case CUSTOMS_REFUSED ->
                words("Exception_004", "in_transit/held", "TRANSIT/package_held", "Exception_Security");
            case CUSTOMS_DUTIES_UNPAID, CONSIGNEE_CASH_MISSING ->
                words("Exception_006", "in_transit/held", "TRANSIT/package_held", "Exception_Security");
            case SHIPPER_GOODS_PROHIBITED, SHIPPER_PACKAGING ->
                words("Exception_009", "in_transit/held", "TRANSIT/package_held", "Exception_Other");
            case CONSIGNEE_REFUSED ->
                words("Exception_003", "in_transit/refused", "TRANSIT/package_held", "Exception_Rejected");
            case CONSIGNEE_NOT_COLLECTED ->
                words("Exception_008", "in_transit/held", "TRANSIT/package_held", "Exception_NoBody");
            case SHIPPER_NOT_READY,
                    SHIPPER_RECALLED,
                    CONSIGNEE_ABSENT,
                    CONSIGNEE_CLOSED,
                    CONSIGNEE_COLLECTS,
                    CONSIGNEE_IDENTIFICATION_MISSING,
                    CONSIGNEE_RESCHEDULED,
                    OTHER_NO_ACCESS,
                    OTHER_UNSPECIFIED -> of(Status.ON_HOLD);
        };
    }

    private static ForeignWords attempted(Reason reason) {
        return switch (reason) {
            case CONSIGNEE_ABSENT -> attempt("AttemptFail_002", "failure/delivery_exception", "DeliveryFailure_NoBody");
            case CONSIGNEE_CLOSED -> attempt("AttemptFail_003", "failure/delivery_exception", "DeliveryFailure_NoBody");
            case CONSIGNEE_REFUSED -> attempt("AttemptFail_001", "failure/refused", "DeliveryFailure_Rejected");
            case SHIPPER_ADDRESS_WRONG,
                    CONSIGNEE_ADDRESS_INCOMPLETE,
                    CONSIGNEE_ADDRESS_UNREACHABLE,
                    CONSIGNEE_UNKNOWN ->
                attempt("AttemptFail_001", "failure/address_correction", "DeliveryFailure_InvalidAddress");
            case CONSIGNEE_CASH_MISSING, CONSIGNEE_IDENTIFICATION_MISSING, CUSTOMS_DUTIES_UNPAID ->
                attempt("AttemptFail_001", "failure/delivery_exception", "DeliveryFailure_Security");
            case CARRIER_DAMAGED -> attempt("AttemptFail_001", "failure/damaged", "DeliveryFailure_Other");
            case WEATHER_CLOSED, WEATHER_DELAYED ->
                attempt("AttemptFail_001", "failure/weather_delay", "DeliveryFailure_Other");
            case CARRIER_DELAYED,
                    CARRIER_MISSORTED,
                    CARRIER_VEHICLE,
                    SHIPPER_GOODS_PROHIBITED,
                    SHIPPER_NOT_READY,
                    SHIPPER_PACKAGING,
                    SHIPPER_RECALLED,
                    CONSIGNEE_COLLECTS,
                    CONSIGNEE_NOT_COLLECTED,
                    CONSIGNEE_RESCHEDULED,
                    CUSTOMS_DOCUMENTS_MISSING,
                    CUSTOMS_INSPECTION,
                    CUSTOMS_REFUSED,
                    OTHER_NO_ACCESS,
                    OTHER_ROAD_BLOCKED,
                    OTHER_UNSPECIFIED -> of(Status.DELIVERY_ATTEMPTED);
        };
    }

    /** Shippo does not say why. */
    private static ForeignWords attempt(String afterShip, String easyPost, String seventeenTrack) {
        return words(afterShip, easyPost, of(Status.DELIVERY_ATTEMPTED).shippo(), seventeenTrack);
    }

    private static ForeignWords words(
            @Nullable String afterShip, String easyPost, @Nullable String shippo, String seventeenTrack) {
        return new ForeignWords(afterShip, easyPost, shippo, seventeenTrack);
    }
}

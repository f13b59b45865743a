package com.qualitypost.phoenix.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a parcel is where it is; namespaced by who can change it. Written in lower case on the wire. */
public enum Reason {
    CARRIER_DAMAGED(false),
    CARRIER_DELAYED(false),
    CARRIER_MISSORTED(false),
    CARRIER_VEHICLE(false),
    SHIPPER_ADDRESS_WRONG(true),
    SHIPPER_GOODS_PROHIBITED(true),
    SHIPPER_NOT_READY(false),
    SHIPPER_PACKAGING(false),
    SHIPPER_RECALLED(false),
    CONSIGNEE_ABSENT(false),
    CONSIGNEE_ADDRESS_INCOMPLETE(true),
    CONSIGNEE_ADDRESS_UNREACHABLE(true),
    CONSIGNEE_CASH_MISSING(true),
    CONSIGNEE_CLOSED(false),
    CONSIGNEE_COLLECTS(true),
    CONSIGNEE_IDENTIFICATION_MISSING(true),
    CONSIGNEE_NOT_COLLECTED(false),
    CONSIGNEE_REFUSED(false),
    CONSIGNEE_RESCHEDULED(false),
    CONSIGNEE_UNKNOWN(true),
    CUSTOMS_DOCUMENTS_MISSING(true),
    CUSTOMS_DUTIES_UNPAID(true),
    CUSTOMS_INSPECTION(false),
    CUSTOMS_REFUSED(false),
    WEATHER_CLOSED(false),
    WEATHER_DELAYED(false),
    OTHER_NO_ACCESS(false),
    OTHER_ROAD_BLOCKED(false),
    OTHER_UNSPECIFIED(false);

    /** The form of a code. The namespaces are closed; a code that this version does not know is kept anyway. */
    public static final String SHAPE = "(carrier|shipper|consignee|customs|weather|other)_[a-z_]{1,48}";

    private final boolean actionRequired;

    Reason(boolean actionRequired) {
        this.actionRequired = actionRequired;
    }

    /** Whether somebody outside the carrier has to act. */
    public boolean actionRequired() {
        return actionRequired;
    }

    /** The name on the wire, such as {@code consignee_absent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with this code; empty for one that this version does not know. */
    public static Optional<Reason> coded(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}

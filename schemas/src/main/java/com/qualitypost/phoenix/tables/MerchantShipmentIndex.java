package com.qualitypost.phoenix.tables;

import java.util.Locale;

/** The indexes of {@code merchant_shipment} that statements name, where MySQL would choose worse by itself. */
public enum MerchantShipmentIndex {
    /** A merchant's parcels from the newest on. */
    BY_CREATED,

    /** All merchants' parcels, for operators: which are late or silent. */
    OF_ALL_BY_PROMISE,

    /** All merchants' parcels, for operators: which have had their status since when. */
    OF_ALL_BY_STATUS,

    /** All merchants' parcels, for operators: which were last seen when, and where. */
    OF_ALL_BY_AGE;

    /** The name in SQL. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

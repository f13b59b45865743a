package com.qualitypost.phoenix.ingest.shipment;

/** Who decides on a fact. */
public enum Authority {
    /** The rules, as for every fact that comes from the field. */
    RULES,
    /** An operator who knows that the rules refused the fact and wants it anyway. */
    OVERRIDE
}

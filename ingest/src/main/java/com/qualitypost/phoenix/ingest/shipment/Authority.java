package com.qualitypost.phoenix.ingest.shipment;

/** Who has the last word on a fact. */
public enum Authority {
    /** The rules, as for every fact that comes from the field. */
    RULES,
    /** An operator, who has seen that the rules refused it and wants it all the same. */
    OVERRIDE
}

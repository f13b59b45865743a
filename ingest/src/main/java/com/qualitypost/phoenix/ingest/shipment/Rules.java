package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.service.WorkingDays;

/**
 * What judging a fact depends on besides the facts themselves.
 *
 * @param version increases whenever the same facts may fold to a different result; shipments of another version are
 *     then folded again
 * @param maxFacts limits what one parcel can cost, because all its ids are kept
 * @param workingDays for promises
 */
public record Rules(int version, int maxFacts, WorkingDays workingDays) {
    /** The version of this code. */
    public static final int VERSION = 4;
}

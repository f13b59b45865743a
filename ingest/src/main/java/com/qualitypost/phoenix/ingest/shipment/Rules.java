package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.service.WorkingDays;

/**
 * What the judgement of a fact rests on besides the facts themselves.
 *
 * @param version grows when the same facts may fold to something else than before; shipments of another version are
 *     folded again
 * @param maxFacts what one parcel may cost: all ids of a parcel are kept
 * @param workingDays for promises
 */
public record Rules(int version, int maxFacts, WorkingDays workingDays) {

    /** The version of this code. */
    public static final int VERSION = 4;
}

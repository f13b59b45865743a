package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.Omissions;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.tables.Answers;

/**
 * A row of {@code tracking_view}: a shipment and its public answers.
 *
 * @param omissions what the answers leave out of the shipment
 */
public record TrackingRow(ShipmentRecord shipment, Answers answers, Omissions omissions, long changeSeq) {
    int bytes() {
        return answers.size();
    }

    public TrackingRow numbered(long number) {
        return new TrackingRow(shipment, answers, omissions, number);
    }

    public String trackingNumber() {
        return shipment.trackingNumber();
    }
}

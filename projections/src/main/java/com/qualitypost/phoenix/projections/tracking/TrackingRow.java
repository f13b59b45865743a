package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.Omissions;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;

/**
 * A row of {@code tracking_view}: a shipment and its public answers.
 *
 * @param omissions what the answers leave out of the shipment
 */
public record TrackingRow(ShipmentRecord shipment, Answer es, Answer en, Omissions omissions, long changeSeq) {

    int bytes() {
        return es.body().length + en.body().length;
    }

    /** The bodies in Spanish and English, then their ETags. */
    public byte[][] answers() {
        return new byte[][] {es.body(), en.body(), es.etag(), en.etag()};
    }

    public TrackingRow numbered(long number) {
        return new TrackingRow(shipment, es, en, omissions, number);
    }

    public String trackingNumber() {
        return shipment.trackingNumber();
    }
}

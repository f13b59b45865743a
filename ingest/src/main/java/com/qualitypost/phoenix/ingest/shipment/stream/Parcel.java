package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.vocabulary.Kind;

/** What is remembered of a parcel, and what the rules make of it. */
record Parcel(ShipmentHistory history, Shipment shipment) {

    static Parcel of(ShipmentHistory history, Rules rules) {
        return new Parcel(
                history,
                Shipment.of(
                        rules,
                        history.getFacts().stream()
                                .map(scan -> Facts.fact(scan, Kind.valueOf(scan.getKind())))
                                .toList()));
    }
}

package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is remembered of a parcel, and what the rules make of it. */
record Parcel(ShipmentHistory history, Shipment shipment) {

    private static final int REMEMBERED = 16;

    static Parcel of(ShipmentHistory history, Rules rules) {
        return new Parcel(
                history,
                Shipment.of(
                        rules,
                        history.getFacts().stream()
                                .map(scan -> Facts.fact(scan, Kind.valueOf(scan.getKind())))
                                .toList()));
    }

    /** Whether a scan that says the same was refused not long ago. */
    boolean hasRefused(Scan scan) {
        return history.getRefused().contains(OwnId.of(scan));
    }

    Parcel refusing(Scan scan) {
        List<UUID> refused = new ArrayList<>(history.getRefused());
        refused.add(OwnId.of(scan));
        return new Parcel(
                new ShipmentHistory(
                        history.getGeneration(),
                        history.getRevision(),
                        history.getRulesVersion(),
                        history.getFacts(),
                        history.getLastPosition(),
                        refused.subList(Math.max(0, refused.size() - REMEMBERED), refused.size())),
                shipment);
    }
}

package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What is remembered of a parcel, and what the rules make of it. */
record Parcel(ShipmentHistory history, Shipment shipment) {

    /** No fact is larger, so that only those of many facts are measured. */
    private static final int MOST_BYTES_OF_FACT = Excerpt.MOST_BYTES;

    static Parcel of(ShipmentHistory history, Rules rules) {
        return new Parcel(
                history,
                Shipment.of(rules, history.getFacts().stream().map(Facts::fact).toList()));
    }

    /** What is kept of a scan: its attributes stand on its event, and are compared with nothing. */
    static Scan remembered(Scan scan) {
        return scan.getAttributes().isEmpty()
                ? scan
                : Scan.newBuilder(scan).setAttributes(Map.of()).build();
    }

    /** Whether its facts take more than this in the memory. */
    boolean isLargerThan(long bytes) {
        List<Scan> facts = history.getFacts();
        return facts.size() > bytes / MOST_BYTES_OF_FACT
                && facts.stream().mapToLong(Parcel::bytes).sum() > bytes;
    }

    private static int bytes(Scan fact) {
        try {
            return Scan.getEncoder().encode(fact).remaining();
        } catch (IOException e) {
            throw new UncheckedIOException("A fact could not be encoded", e);
        }
    }
}

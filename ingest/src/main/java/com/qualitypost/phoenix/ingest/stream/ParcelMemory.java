package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.stream.record.AvroFacts;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is remembered of a parcel, and what the rules make of it.
 *
 * @param bytes the size of its facts in the memory
 */
record ParcelMemory(ShipmentHistory history, Shipment shipment, long bytes) {
    static ParcelMemory of(ShipmentHistory history, Rules rules) {
        List<Scan> facts = history.getFacts();
        return new ParcelMemory(
                history, Shipment.of(rules, facts.stream().map(AvroFacts::fact).toList()), bytes(facts.stream()));
    }

    /** What is kept of a scan: without its attributes, which are on its event and are never compared. */
    static Scan remembered(Scan scan) {
        return scan.getAttributes().isEmpty()
                ? scan
                : Scan.newBuilder(scan).setAttributes(Map.of()).build();
    }

    /** With this fact, new or another copy, and what the rules make of it. */
    ParcelMemory with(Scan scan, Shipment judged) {
        Scan fact = remembered(scan);
        Predicate<Scan> isCopy = known -> known.getScanId().equals(fact.getScanId());
        long replaced = bytes(history.getFacts().stream().filter(isCopy));
        List<Scan> facts = new ArrayList<>(history.getFacts());
        facts.removeIf(isCopy);
        facts.add(fact);
        return new ParcelMemory(
                new ShipmentHistory(
                        history.getGeneration(),
                        history.getRevision() + 1,
                        history.getRulesVersion(),
                        facts,
                        history.getLastPosition()),
                judged,
                bytes - replaced + bytes(fact));
    }

    /** With another memory of the same facts. */
    ParcelMemory with(ShipmentHistory same) {
        return new ParcelMemory(same, shipment, bytes);
    }

    private static long bytes(Stream<Scan> facts) {
        return facts.mapToLong(ParcelMemory::bytes).sum();
    }

    private static long bytes(Scan fact) {
        try {
            return Scan.getEncoder().encode(fact).remaining();
        } catch (IOException e) {
            throw new UncheckedIOException("A fact could not be encoded", e);
        }
    }
}

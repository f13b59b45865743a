package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Decision;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.Replayed;
import com.qualitypost.phoenix.ingest.wire.UnreadableException;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Judges each record on {@code scans} by the rules and remembers the parcel's facts. Takes bytes: what does not decode
 * is judged too, and stops nobody.
 */
class ScanJudge implements FixedKeyProcessor<byte[], byte[], SpecificRecord> {

    static final String STORE = "shipments";

    private final AvroReader<Scan> reader;
    private final int generation;
    private final Judged judged;
    private FixedKeyProcessorContext<byte[], SpecificRecord> context;
    private KeyValueStore<String, ShipmentHistory> histories;

    ScanJudge(AvroReader<Scan> reader, int generation, Judged judged) {
        this.reader = reader;
        this.generation = generation;
        this.judged = judged;
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], SpecificRecord> context) {
        this.context = context;
        this.histories = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> record) {
        Scan scan;
        try {
            scan = reader.read(context.recordMetadata().orElseThrow().topic(), record.value());
        } catch (UnreadableException e) {
            refuse(record, null, new Judgement.Refused("unreadable", "These bytes are " + e.getMessage() + "."));
            return;
        }
        switch (judge(record, scan)) {
            case Judgement.Accepted accepted -> accept(record, accepted);
            case Judgement.Duplicate _ -> judged.duplicate();
            case Judgement.Refused refused -> refuse(record, scan, refused);
        }
    }

    private Judgement judge(FixedKeyRecord<byte[], byte[]> record, Scan scan) {
        // A parcel's facts lie where its number's partition is: under another key it would become a second parcel.
        if (!scan.getTrackingNumber().equals(text(record.key()))) {
            return new Judgement.Refused(
                    "key_mismatch", "The record's key is not the scan's tracking number. Send it under the right key.");
        }
        Optional<String> violation = Bounds.violation(scan);
        if (violation.isPresent()) {
            return new Judgement.Refused("invalid", violation.get() + ". Send a corrected scan with an id of its own.");
        }
        Optional<Kind> kind = Kind.named(scan.getKind());
        if (kind.isEmpty()) {
            return new Judgement.Refused(
                    "unknown_kind", "This version does not know the kind %s.".formatted(scan.getKind()));
        }
        ShipmentHistory history = histories.get(scan.getTrackingNumber());
        Decision decision = Replayed.overrides(record.headers()) ? Decision.OVERRIDE : Decision.RULES;
        return Judgement.of(scan, kind.get(), history == null ? unheardOf() : history, decision);
    }

    private void accept(FixedKeyRecord<byte[], byte[]> record, Judgement.Accepted accepted) {
        histories.put(accepted.event().getTrackingNumber(), accepted.history());
        judged.accepted(accepted.event().getOutcome());
        context.forward(record.withValue(accepted.event()));
        if (accepted.state() != null) {
            context.forward(record.withValue(accepted.state()));
        }
    }

    private void refuse(FixedKeyRecord<byte[], byte[]> record, @Nullable Scan scan, Judgement.Refused refused) {
        judged.refused(refused.reason());
        context.forward(record.withValue(
                Quarantine.entry(record, context.recordMetadata().orElseThrow(), scan, refused)));
    }

    private ShipmentHistory unheardOf() {
        return new ShipmentHistory(generation, 0L, 0, List.of(), null);
    }

    @Override
    public void close() {
        reader.close();
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}

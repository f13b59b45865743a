package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.Authority;
import com.qualitypost.phoenix.ingest.shipment.Outcome;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.ingest.wire.ReplayHeaders;
import com.qualitypost.phoenix.ingest.wire.ScanLimits;
import com.qualitypost.phoenix.ingest.wire.UnreadableException;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Judges each record on {@code scans} by the rules and remembers the parcel's facts. Takes bytes, because what cannot
 * be decoded is judged too and must not stop the others.
 */
class ScanJudge implements Processor<byte[], byte[], byte[], SpecificRecord> {

    static final String STORE = "shipments";

    private final AvroReader<Scan> reader;
    private final Rules rules;
    private final StreamSettings settings;
    private final JudgementMetrics judged;
    private final RefoldEndpoint refolding;
    private ProcessorContext<byte[], SpecificRecord> context;
    private ParcelStore parcels;
    private RefusalStore refusals;
    private PositionStore positions;
    private Schemas schemas;
    private RefoldEndpoint.Pass pass;

    ScanJudge(
            AvroReader<Scan> reader,
            Rules rules,
            StreamSettings settings,
            JudgementMetrics judged,
            RefoldEndpoint refolding) {
        this.reader = reader;
        this.rules = rules;
        this.settings = settings;
        this.judged = judged;
        this.refolding = refolding;
    }

    @Override
    public void init(ProcessorContext<byte[], SpecificRecord> context) {
        this.context = context;
        schemas = new Schemas(context.getStateStore(Schemas.STORE));
        KeyValueStore<String, ShipmentHistory> histories = context.getStateStore(STORE);
        parcels = new ParcelStore(histories, rules, settings.generation());
        refusals = new RefusalStore(context.getStateStore(RefusalStore.STORE));
        positions = new PositionStore(context.getStateStore(PositionStore.STORE));
        pass = refolding.pass(histories, context.getStateStore(RefoldEndpoint.STORE), rules.version(), this::refold);
        context.schedule(RefoldEndpoint.PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> pass.step());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        schemas.leaveOurs();
        long bytes = Excerpt.bytes(record.key(), record.value(), record.headers());
        if (bytes > Excerpt.MOST_BYTES) {
            refuse(record, null, Judgement.Refused.tooLarge(bytes));
            return;
        }
        Scan scan;
        try {
            scan = reader.read(context.recordMetadata().orElseThrow().topic(), record.value());
        } catch (UnreadableException e) {
            refuse(record, null, new Judgement.Refused("unreadable", "These bytes are " + e.getMessage() + "."));
            return;
        }
        switch (judge(record, scan)) {
            case Judgement.Accepted accepted -> accept(record, accepted);
            case Judgement.Duplicate _ -> repeated(record, scan);
            case Judgement.Refused refused -> refuse(record, scan, refused);
        }
    }

    private Judgement judge(Record<byte[], byte[]> record, Scan scan) {
        // A parcel's facts are in the partition of its number: under another key it would become a second parcel.
        if (!scan.getTrackingNumber().equals(text(record.key()))) {
            return new Judgement.Refused(
                    "key_mismatch", "The record's key is not the scan's tracking number. Send it under the right key.");
        }
        Optional<String> violation = ScanLimits.violation(scan);
        if (violation.isPresent()) {
            return new Judgement.Refused("invalid", violation.get() + ". Send a corrected scan with an id of its own.");
        }
        Authority decision = ReplayHeaders.overrides(record.headers()) ? Authority.OVERRIDE : Authority.RULES;
        ParcelMemory parcel = parcel(scan.getTrackingNumber());
        Judgement judgement = withinBounds(Judgement.of(scan, parcel, positions, decision), decision);
        // A device that got no answer sends everything again, including what was refused.
        return judgement instanceof Judgement.Refused
                        && ReplayHeaders.of(record.headers()).isEmpty()
                        && refusals.repeats(scan)
                ? new Judgement.Duplicate()
                : judgement;
    }

    /**
     * The rules count facts, this limits their bytes: a record that is too large for Kafka would stop all its
     * neighbours.
     */
    private Judgement withinBounds(Judgement judgement, Authority decision) {
        long most = settings.maxFactsBytes() * (decision == Authority.OVERRIDE ? Shipment.OVERRIDDEN_LIMIT : 1);
        return judgement instanceof Judgement.Accepted accepted
                        && accepted.state() != null
                        && accepted.parcel().bytes() > most
                ? Judgement.Refused.of(Outcome.Refusal.TOO_MANY_FACTS)
                : judgement;
    }

    /** What is known of a parcel; if other rules have folded it, it is folded again when first touched. */
    private ParcelMemory parcel(String trackingNumber) {
        ParcelMemory parcel = parcels.find(trackingNumber).orElseGet(parcels::unheardOf);
        return parcel.history().getRulesVersion() == rules.version()
                ? parcel
                : refold(trackingNumber, parcel.history());
    }

    private ParcelMemory refold(String trackingNumber, ShipmentHistory history) {
        schemas.leaveOurs();
        Judgement.Refolded refolded = Judgement.refolded(trackingNumber, history, rules);
        parcels.put(trackingNumber, refolded.parcel());
        if (refolded.state() != null) {
            context.forward(new Record<>(
                    trackingNumber.getBytes(StandardCharsets.UTF_8), refolded.state(), context.currentSystemTimeMs()));
        }
        return refolded.parcel();
    }

    private void accept(Record<byte[], byte[]> record, Judgement.Accepted accepted) {
        remember(accepted);
        judged.accepted(accepted.event().getOutcome());
        context.forward(record.withValue(accepted.event()));
        if (accepted.state() != null) {
            context.forward(record.withValue(accepted.state()));
        }
    }

    private void remember(Judgement.Accepted accepted) {
        Scan fact = accepted.event().getFact();
        if (PositionStore.isOne(fact)) {
            positions.put(fact);
        }
        if (accepted.state() != null) {
            parcels.put(fact.getTrackingNumber(), accepted.parcel());
        }
    }

    private void repeated(Record<byte[], byte[]> record, Scan scan) {
        judged.duplicate();
        context.forward(record.withValue(scan));
    }

    private void refuse(Record<byte[], byte[]> record, @Nullable Scan scan, Judgement.Refused refused) {
        judged.refused(refused.reason());
        context.forward(record.withValue(
                Quarantine.entry(record, context.recordMetadata().orElseThrow(), scan, refused)));
    }

    @Override
    public void close() {
        pass.end();
        reader.close();
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}

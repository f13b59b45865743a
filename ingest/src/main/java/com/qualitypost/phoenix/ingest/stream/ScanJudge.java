package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.Outcome;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.shipment.Shipment.Authority;
import com.qualitypost.phoenix.ingest.wire.ReplayHeaders;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Judges the scans of one partition by the rules, and remembers their parcels' facts. */
class ScanJudge implements Processor<byte[], byte[], byte[], JudgedRecord> {
    static final String STORE = "shipments";

    private final ScanCheck check;
    private final Rules rules;
    private final StreamSettings settings;
    private final JudgementMetrics judged;
    private final RefoldEndpoint refolding;
    private ProcessorContext<byte[], JudgedRecord> context;
    private ParcelStore parcels;
    private RefusalStore refusals;
    private PositionStore positions;
    private Schemas schemas;
    private RefoldEndpoint.Pass pass;

    ScanJudge(
            ScanCheck check, Rules rules, StreamSettings settings, JudgementMetrics judged, RefoldEndpoint refolding) {
        this.check = check;
        this.rules = rules;
        this.settings = settings;
        this.judged = judged;
        this.refolding = refolding;
    }

    @Override
    public void init(ProcessorContext<byte[], JudgedRecord> context) {
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
        switch (check.check(metadata().topic(), record)) {
            case ScanCheck.Sound(Scan scan) -> judge(record, scan);
            case ScanCheck.Unsound(Scan scan, Judgement.Refused refused) -> refuse(record, scan, refused);
        }
    }

    private void judge(Record<byte[], byte[]> record, Scan scan) {
        switch (judgement(record.headers(), scan)) {
            case Judgement.Accepted accepted -> accept(record, accepted);
            case Judgement.Duplicate _ -> repeated(record, scan);
            case Judgement.Refused refused -> refuse(record, scan, refused);
        }
    }

    private Judgement judgement(Headers headers, Scan scan) {
        Authority authority = ReplayHeaders.overrides(headers) ? Authority.OVERRIDE : Authority.RULES;
        ParcelMemory parcel = parcel(scan.getTrackingNumber());
        Judgement judgement = withinBounds(Judgement.of(scan, parcel, positions, authority), authority);
        // A device that got no answer sends everything again, including what was refused.
        return judgement instanceof Judgement.Refused
                        && ReplayHeaders.of(headers).isEmpty()
                        && refusals.repeats(scan)
                ? new Judgement.Duplicate()
                : judgement;
    }

    /**
     * The rules count facts, this limits their bytes: a record that is too large for Kafka would stop all its
     * neighbours.
     */
    private Judgement withinBounds(Judgement judgement, Authority authority) {
        long most = settings.maxFactsBytes() * (authority == Authority.OVERRIDE ? Shipment.OVERRIDDEN_LIMIT : 1);
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
                    trackingNumber.getBytes(StandardCharsets.UTF_8),
                    new JudgedRecord.State(refolded.state()),
                    context.currentSystemTimeMs()));
        }
        return refolded.parcel();
    }

    private void accept(Record<byte[], byte[]> record, Judgement.Accepted accepted) {
        remember(accepted);
        judged.accepted(accepted.event().getOutcome());
        context.forward(record.withValue(new JudgedRecord.Event(accepted.event())));
        if (accepted.state() != null) {
            context.forward(record.withValue(new JudgedRecord.State(accepted.state())));
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
        context.forward(record.withValue(new JudgedRecord.Repetition(scan)));
    }

    private void refuse(Record<byte[], byte[]> record, @Nullable Scan scan, Judgement.Refused refused) {
        judged.refused(refused.reason());
        context.forward(record.withValue(JudgedRecord.Quarantined.of(record, metadata(), scan, refused)));
    }

    private RecordMetadata metadata() {
        return context.recordMetadata().orElseThrow();
    }

    @Override
    public void close() {
        pass.end();
        check.close();
    }
}

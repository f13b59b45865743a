package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import io.debezium.data.Envelope.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns Debezium's records into a batch of our own types. */
final class BatchDecoder {
    private static final JsonMapper JSON = new JsonMapper();

    private BatchDecoder() {}

    static ChangeBatch of(List<SourceRecord> records) {
        // Sorted, so that two writers lock rows in the same order.
        var lastStates = new TreeMap<String, Optional<ShipmentRecord>>();
        Instant beat = null;
        for (SourceRecord change : records) {
            ChangedRow row = ChangedRow.of(change);
            if (row == null) {
                continue;
            }
            switch (row.table()) {
                case "shipment" -> lastStates.put(row.required("tracking_number"), state(row));
                case "cdc_heartbeat" -> beat = beat(row, beat);
                default -> {}
            }
        }
        var shipments = new ArrayList<ShipmentRecord>();
        var removed = new ArrayList<String>();
        lastStates.forEach((number, state) -> state.ifPresentOrElse(shipments::add, () -> removed.add(number)));
        return new ChangeBatch(shipments, removed, beat, position(records.getLast()));
    }

    private static Optional<ShipmentRecord> state(ChangedRow row) {
        return row.operation() == Operation.DELETE ? Optional.empty() : Optional.of(ShipmentRecord.of(row));
    }

    private static @Nullable Instant beat(ChangedRow row, @Nullable Instant before) {
        return row.operation() == Operation.DELETE ? before : row.time("beat_at");
    }

    private static String position(SourceRecord last) {
        return JSON.writeValueAsString(last.sourceOffset());
    }
}

package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import io.debezium.data.Envelope;
import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A row of a captured table as Debezium delivers it. */
record ChangedRow(String table, Envelope.Operation operation, Struct row) implements ShipmentRecord.Columns {
    /**
     * The row that a record is about: its current state, or its state before it was removed; null for other records.
     */
    static @Nullable ChangedRow of(SourceRecord change) {
        if (!(change.value() instanceof Struct envelope)
                || envelope.schema().field(Envelope.FieldName.SOURCE) == null) {
            return null;
        }
        Envelope.Operation operation = Envelope.Operation.forCode(envelope.getString(Envelope.FieldName.OPERATION));
        Struct row = envelope.getStruct(
                operation == Envelope.Operation.DELETE ? Envelope.FieldName.BEFORE : Envelope.FieldName.AFTER);
        String table = envelope.getStruct(Envelope.FieldName.SOURCE).getString("table");
        return row == null ? null : new ChangedRow(table, operation, row);
    }

    @Override
    public @Nullable String text(String column) {
        return row.getString(column);
    }

    @Override
    public long number(String column) {
        return ((Number) row.get(column)).longValue();
    }

    @Override
    public boolean flag(String column) {
        return number(column) != 0;
    }

    @Override
    public byte[] bytes(String column) {
        return row.getBytes(column);
    }

    @Override
    public @Nullable Instant time(String column) {
        Long millis = row.getInt64(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}

package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.table.row.BatchRows;
import com.qualitypost.phoenix.ingest.table.row.DeviceSequences;
import com.qualitypost.phoenix.ingest.table.row.DuplicateRows;
import com.qualitypost.phoenix.ingest.table.row.FactsPerHour;
import com.qualitypost.phoenix.ingest.table.row.RecordBatch;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes a batch in one transaction: offsets are compared and set, facts are written once, shipments are fenced by
 * (generation, revision). The stored offset alone says what is written; after a commit of unknown outcome it is read
 * again.
 */
class ShipmentWriter {
    private final SinkOffsets offsets;
    private final TransactionOperations transaction;
    private final DeviceSequences devices;
    private final FactsPerHour hours;
    private final DuplicateRows duplicates;
    private final BatchRows rows;

    ShipmentWriter(JdbcTemplate jdbc, TransactionOperations transaction, SinkOffsets offsets) {
        this.offsets = offsets;
        this.transaction = transaction;
        this.devices = new DeviceSequences(jdbc);
        this.hours = new FactsPerHour(jdbc);
        this.duplicates = new DuplicateRows(jdbc);
        this.rows = new BatchRows(jdbc, "");
    }

    void write(RecordBatch batch) {
        transaction.executeWithoutResult(_ -> {
            // Every writer locks rows in the order of the primary key, so that no two of them can wait for each other.
            offsets.advance(batch.steps());
            Instant now = Instant.now();
            devices.write(batch.seen(), now);
            hours.write(batch, now);
            duplicates.write(batch.duplicates(), now);
            rows.write(batch);
        });
    }
}

package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table {@code shipment} for test numbers. */
final class TestShipments {
    private static final String FIND = "SELECT status, merchant_id FROM shipment WHERE tracking_number = :number";
    private static final String SHOWS = """
            SELECT COUNT(*) FROM shipment WHERE tracking_number = :number AND INSTR(timeline, :scan) > 0
            """;

    private final JdbcClient db;

    TestShipments(JdbcClient db) {
        this.db = db;
    }

    /** The status of a test shipment, and its merchant. */
    record Known(Status status, @Nullable String merchant) {}

    Optional<Known> find(TrackingNumber number) {
        return db.sql(FIND)
                .param("number", number.value())
                .query((row, _) -> new Known(Status.valueOf(row.getString("status")), row.getString("merchant_id")))
                .optional();
    }

    /** Whether its timeline contains this scan. */
    boolean shows(TrackingNumber number, UUID scanId) {
        return db.sql(SHOWS)
                        .param("number", number.value())
                        .param("scan", scanId.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

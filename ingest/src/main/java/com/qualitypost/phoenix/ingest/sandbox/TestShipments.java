package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the table {@code shipment} knows of numbers for tests. */
final class TestShipments {
    private static final String FIND = "SELECT status, merchant_id FROM shipment WHERE tracking_number = :number";
    private static final String SHOWS = """
            SELECT COUNT(*) FROM shipment WHERE tracking_number = :number AND INSTR(timeline, :scan) > 0
            """;

    private final JdbcClient db;

    TestShipments(JdbcClient db) {
        this.db = db;
    }

    /** Where it stands, and whose it is. */
    record Known(Status status, @Nullable String merchant) {}

    Optional<Known> find(TrackingNumber number) {
        return db.sql(FIND)
                .param("number", number.value())
                .query((row, _) -> new Known(Status.valueOf(row.getString("status")), row.getString("merchant_id")))
                .optional();
    }

    /** Whether its timeline has this scan. */
    boolean shows(TrackingNumber number, UUID scanId) {
        return db.sql(SHOWS)
                        .param("number", number.value())
                        .param("scan", scanId.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

package com.qualitypost.phoenix.ingest.table;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads which states are in the tables. */
final class Revisions {
    private static final String SELECT = """
            SELECT tracking_number, generation, revision
              FROM shipment
             WHERE tracking_number IN (%s)""";

    private final JdbcTemplate jdbc;

    Revisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The revisions of those parcels that have a state. */
    Map<String, Revision> of(Collection<String> trackingNumbers) {
        Map<String, Revision> revisions = new HashMap<>();
        if (!trackingNumbers.isEmpty()) {
            String numbers = String.join(",", Collections.nCopies(trackingNumbers.size(), "?"));
            jdbc.query(
                    SELECT.formatted(numbers),
                    row -> {
                        revisions.put(row.getString(1), new Revision(row.getInt(2), row.getLong(3)));
                    },
                    trackingNumbers.toArray());
        }
        return revisions;
    }
}

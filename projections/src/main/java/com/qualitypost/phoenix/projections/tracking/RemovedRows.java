package com.qualitypost.phoenix.projections.tracking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code tracking_removed}: answers that are gone, until that is announced. */
@Component
class RemovedRows {
    private static final String NOTE = """
            INSERT INTO tracking_removed (change_seq, tracking_number, generation, revision)
            SELECT :before + ROW_NUMBER() OVER (ORDER BY tracking_number), tracking_number, generation, revision
              FROM tracking_view
             WHERE tracking_number IN (:numbers)
            """;

    private final JdbcClient db;

    RemovedRows(JdbcClient db) {
        this.db = db;
    }

    /** Has to be called before they are removed; the n-th that exists gets the number {@code changesBefore + n}. */
    void note(List<String> trackingNumbers, long changesBefore) {
        if (!trackingNumbers.isEmpty()) {
            db.sql(NOTE)
                    .param("before", changesBefore)
                    .param("numbers", trackingNumbers)
                    .update();
        }
    }
}

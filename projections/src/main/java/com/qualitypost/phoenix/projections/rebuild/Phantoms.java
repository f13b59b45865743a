package com.qualitypost.phoenix.projections.rebuild;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers in the live table about parcels of which the writer knows nothing: they vanish at the swap, and that is announced.
 * Until then they are noted under numbers below zero.
 */
@Repository
class Phantoms {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final String END_OF_PART = """
            SELECT COALESCE(MAX(tracking_number), '')
              FROM (SELECT tracking_number FROM tracking_view
                     WHERE tracking_number > :after ORDER BY tracking_number LIMIT :limit) part
            """;
    private static final String NOTE = """
            INSERT INTO tracking_removed (change_seq, tracking_number, generation, revision)
            SELECT -(:before + ROW_NUMBER() OVER (ORDER BY live.tracking_number)),
                   live.tracking_number, live.generation, live.revision
              FROM tracking_view live LEFT JOIN %s next ON next.tracking_number = live.tracking_number
             WHERE live.tracking_number > :after AND live.tracking_number <= :end AND next.tracking_number IS NULL
            """;
    private static final String FORGET_LIVING = """
            DELETE gone FROM tracking_removed gone JOIN tracking_view live USING (tracking_number)
             WHERE gone.change_seq < 0
            """;
    private static final String NOTED =
            "SELECT COALESCE(-MIN(change_seq), 0) FROM tracking_removed WHERE change_seq < 0";
    private static final String NUMBER = """
            UPDATE tracking_removed SET change_seq = :before - change_seq
             WHERE change_seq < 0 ORDER BY change_seq DESC LIMIT :limit
            """;

    private final JdbcClient db;

    Phantoms(JdbcClient db) {
        this.db = db;
    }

    /** The last tracking number of the live rows to be looked at next; empty when there are none. */
    String endOfPartAfter(String last) {
        return db.sql(END_OF_PART)
                .param("after", last)
                .param("limit", ROWS_AT_ONCE)
                .query(String.class)
                .single();
    }

    /** Notes live rows that the next table does not have, numbered downwards below {@code -before}; returns how many. */
    int note(String next, String after, String end, long before) {
        return db.sql(NOTE.formatted(next))
                .param("before", before)
                .param("after", after)
                .param("end", end)
                .update();
    }

    /** Numbers those that are gone, and forgets those that are not; returns the newest number of a change. */
    long settle(long changesBefore) {
        db.sql(FORGET_LIVING).update();
        long noted = db.sql(NOTED).query(Long.class).single();
        int numbered;
        do {
            numbered = db.sql(NUMBER)
                    .param("before", changesBefore)
                    .param("limit", ROWS_AT_ONCE)
                    .update();
        } while (numbered > 0);
        return changesBefore + noted;
    }
}

package com.qualitypost.phoenix.ingest.shipment.table;

import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts many rows by few statements: the database's cost is per statement. */
public class MultiRow {

    private static final int ROWS_PER_STATEMENT = 500;

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String update;

    /** {@code insert} ends before {@code VALUES}; {@code update} says what happens to a row that exists. */
    public MultiRow(JdbcTemplate jdbc, String insert, String update) {
        this.jdbc = jdbc;
        this.insert = insert;
        this.update = update;
    }

    public void write(List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            List<Object[]> some = rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size()));
            String row = "(" + String.join(",", Collections.nCopies(some.getFirst().length, "?")) + ")";
            String sql =
                    insert + " VALUES " + String.join(",", Collections.nCopies(some.size(), row)) + " AS n " + update;
            jdbc.update(sql, statement -> {
                int at = 0;
                for (Object[] values : some) {
                    for (Object value : values) {
                        // The driver knows what a null is; Spring would ask it for the type of each.
                        statement.setObject(++at, value);
                    }
                }
            });
        }
    }
}

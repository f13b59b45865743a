package com.qualitypost.phoenix.ingest.table.row;

import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts many rows with few statements, because the database's cost is per statement. */
public class MultiRow {
    private static final int ROWS_PER_STATEMENT = 500;

    /** Of values, before the driver escapes them: six times as much still fits into a packet that MySQL accepts. */
    private static final int BYTES_PER_STATEMENT = 4 << 20;

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String update;

    /** {@code insert} ends before {@code VALUES}; {@code update} says what happens to an existing row. */
    public MultiRow(JdbcTemplate jdbc, String insert, String update) {
        this.jdbc = jdbc;
        this.insert = insert;
        this.update = update;
    }

    public void write(List<Object[]> rows) {
        for (int from = 0; from < rows.size(); ) {
            int until = end(rows, from);
            insert(rows.subList(from, until));
            from = until;
        }
    }

    /** A statement takes one row, however large, and as many others as fit. */
    private static int end(List<Object[]> rows, int from) {
        int most = Math.min(rows.size(), from + ROWS_PER_STATEMENT);
        long bytes = bytes(rows.get(from));
        int end = from + 1;
        while (end < most) {
            bytes += bytes(rows.get(end));
            if (bytes > BYTES_PER_STATEMENT) {
                break;
            }
            end++;
        }
        return end;
    }

    private static long bytes(Object[] row) {
        long bytes = 0;
        for (Object value : row) {
            bytes += switch (value) {
                case byte[] binary -> binary.length;
                case String text -> text.length();
                case null, default -> Long.BYTES;
            };
        }
        return bytes;
    }

    private void insert(List<Object[]> some) {
        String row = "(" + String.join(",", Collections.nCopies(some.getFirst().length, "?")) + ")";
        String sql = insert + " VALUES " + String.join(",", Collections.nCopies(some.size(), row)) + " AS n " + update;
        jdbc.update(sql, statement -> {
            int at = 0;
            for (Object[] values : some) {
                for (Object value : values) {
                    // The driver knows the type of a null; Spring would ask it each time.
                    statement.setObject(++at, value);
                }
            }
        });
    }
}

package com.qualitypost.phoenix.local.backup;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of all our tables: row counts, and MySQL's checksums, which do not depend on the order of rows. */
record TableSums(Map<String, Sum> tables) {
    private static final String TABLES = """
            SELECT CONCAT(table_schema, '.', table_name) AS name FROM information_schema.tables
             WHERE table_schema IN ('phoenix', 'phoenix_read') AND table_type = 'BASE TABLE'""";
    private static final String COUNT = "SELECT COUNT(*) FROM %s";
    private static final String CHECKSUM = "CHECKSUM TABLE %s";

    /** Of one table. */
    record Sum(long rows, String checksum) {}

    /** Runs within the connection's transaction, if it has one. */
    static TableSums of(RootConnection root) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Map<String, @Nullable Object> row : root.rows(TABLES)) {
            String name = String.valueOf(row.get("name"));
            String checksum = String.valueOf(
                    root.rows(CHECKSUM.formatted(name)).getFirst().get("Checksum"));
            sums.put(name, new Sum(Long.parseLong(root.ask(COUNT.formatted(name))), checksum));
        }
        return new TableSums(sums);
    }
}

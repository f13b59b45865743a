package com.qualitypost.phoenix.tables;

/**
 * The one row of {@code cdc_position}, for those who read it in their own statements: there it is called {@code p}. Only
 * the owner of the projections writes it, except after a restore.
 */
public final class CdcPosition {
    /** After FROM. The row is always there, so a statement that joins something to it returns a row in any case. */
    public static final String ROW = "phoenix_read.cdc_position p";

    /** After WHERE. */
    public static final String IS_THE_ROW = "p.id = 1";

    /** The rows of this server include every change up to here, in UTC; null before the projections have ever run. */
    public static final String AS_OF = "p.as_of";

    /** How fresh a server's rows are, in two columns: its own time, in UTC, and {@link #AS_OF}. */
    public static final String FRESHNESS = "UTC_TIMESTAMP(3), " + AS_OF;

    /** All changes up to this number are on the topic. */
    public static final String ANNOUNCED = "(SELECT p.announced_seq FROM %s WHERE %s)".formatted(ROW, IS_THE_ROW);

    /** Counts the tables of this name: 1, or 0 if the projections have never run. */
    public static final String IS_THERE = """
            SELECT COUNT(*) FROM information_schema.tables
             WHERE table_schema = 'phoenix_read' AND table_name = 'cdc_position'""";

    /**
     * For a restored database. The position was in the binlog of a server that no longer exists: without one the
     * projections begin with a snapshot. Changes since then were announced with larger numbers than the backup knows, so
     * numbering continues far above them.
     */
    public static final String REALIGN = """
            UPDATE phoenix_read.cdc_position
               SET position = NULL, owner = '', lease_until = '1970-01-01 00:00:00',
                   change_seq = change_seq + 1000000000""";

    private CdcPosition() {}
}

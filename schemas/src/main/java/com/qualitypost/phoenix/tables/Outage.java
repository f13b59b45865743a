package com.qualitypost.phoenix.tables;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that cannot be asked from one that has answered, in which case the query or its data was wrong. */
public final class Outage {
    private static final String CONNECTION_TROUBLE = "08";
    private static final String NOT_LET_IN = "28000";

    /** Of {@code read_only} and {@code super_read_only}, of a server mode, of a replica's own checks. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 3100);

    /** It is stopping, has too many connections, or has ended this one or what runs on it. */
    private static final Set<Integer> LEAVING = Set.of(1053, 1129, 1130, 1203, 1226, 1317, 1927, 3168, 4031);

    /**
     * It lacks our schema, tables or privileges: they come with the first start of other applications, and later to a
     * replica.
     */
    private static final Set<Integer> NOT_SET_UP = Set.of(1044, 1049, 1142, 1143, 1146);

    private Outage() {}

    /** Whether it failed because the database, or what we need of it, is currently not available. */
    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isOne(sql);
            }
        }
        return false;
    }

    /**
     * Whether the server has become read-only: after a failover the old writer still answers, but its address now leads
     * elsewhere.
     */
    public static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.contains(failure.getErrorCode());
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        int code = failure.getErrorCode();
        // A server's answer has a state; the driver and the pool give none if they have no connection.
        return state == null
                || failure instanceof SQLTransientConnectionException
                || state.startsWith(CONNECTION_TROUBLE)
                || state.equals(NOT_LET_IN)
                || isReadOnly(failure)
                || LEAVING.contains(code)
                || NOT_SET_UP.contains(code);
    }
}

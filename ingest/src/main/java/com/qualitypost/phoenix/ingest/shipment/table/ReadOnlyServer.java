package com.qualitypost.phoenix.ingest.shipment.table;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Leaves a server that writes no more: after a failover the old writer still answers, and its address leads elsewhere. */
final class ReadOnlyServer implements SQLExceptionOverride {

    /** Of {@code read_only} and {@code super_read_only}, of a server mode, of a replica's own checks. */
    private static final Set<Integer> REFUSALS = Set.of(1290, 1836, 3100);

    private final HikariDataSource pool;

    ReadOnlyServer(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null && REFUSALS.contains(e.getErrorCode())) {
            // The one in use is closed when it is given back: its transaction is to be rolled back first.
            connections.softEvictConnections();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}

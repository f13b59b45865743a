package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.tables.Outage;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Leaves a server that writes no more: after a failover the old writer still answers, and its address leads elsewhere. */
final class EvictOnReadOnly implements SQLExceptionOverride {

    private final HikariDataSource pool;

    EvictOnReadOnly(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null && Outage.isReadOnly(e)) {
            // The one in use is closed when it is given back: its transaction is to be rolled back first.
            connections.softEvictConnections();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}

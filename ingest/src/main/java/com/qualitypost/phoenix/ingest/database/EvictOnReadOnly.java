package com.qualitypost.phoenix.ingest.database;

import com.qualitypost.phoenix.tables.Outage;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Leaves a server that has become read-only: after a failover the old writer still answers, but its address now leads
 * elsewhere.
 */
final class EvictOnReadOnly implements SQLExceptionOverride {
    private final HikariDataSource pool;

    EvictOnReadOnly(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null && Outage.isReadOnly(e)) {
            // The connection in use is closed when it is returned, because its transaction has to be rolled back first.
            connections.softEvictConnections();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}

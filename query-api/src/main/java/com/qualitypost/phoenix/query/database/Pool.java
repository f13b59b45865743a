package com.qualitypost.phoenix.query.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/** Creates the connection pool of a node. */
final class Pool {
    private static final long UNCHECKED = -1;

    private static final Map<String, String> DRIVER = Map.of(
            "useServerPrepStmts", "true",
            "cachePrepStmts", "true",
            "prepStmtCacheSqlLimit", "4096",
            // Only our few statements run on these connections, each on its own: there is no state to ask the server
            // for.
            "useLocalSessionState", "true",
            "cacheServerConfiguration", "true",
            "elideSetAutoCommits", "true",
            "enableQueryTimeouts", "false");

    private Pool() {}

    static HikariDataSource of(Role role, DatabaseSettings settings, MeterRegistry meters) {
        HikariConfig config = config(role, settings);
        config.setPoolName(role.toString());
        config.setMetricRegistry(meters);
        return new HikariDataSource(config);
    }

    /**
     * Holds no connection while nobody asks; the server cancels what takes too long, and the client gives up only after
     * that.
     */
    static HikariDataSource patient(String asker, Role role, DatabaseSettings settings) {
        HikariConfig config = config(role, settings);
        config.setPoolName(asker + "' " + role);
        config.setMinimumIdle(0);
        config.addDataSourceProperty("sessionVariables", "max_execution_time=3000");
        return new HikariDataSource(config);
    }

    private static HikariConfig config(Role role, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url(role));
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        // Starts without the database.
        config.setInitializationFailTimeout(UNCHECKED);
        config.setConnectionTimeout(settings.poolTimeout().toMillis());
        config.setValidationTimeout(settings.poolTimeout().toMillis());
        config.setMaxLifetime(settings.connectionLifetime().toMillis());
        DRIVER.forEach(config::addDataSourceProperty);
        config.addDataSourceProperty(
                "connectTimeout", Long.toString(settings.connectTimeout().toMillis()));
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.socketTimeout().toMillis()));
        return config;
    }
}

package com.qualitypost.phoenix.ingest.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection pools of the role {@code writer}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class DatabaseConfiguration {

    /**
     * A transaction waits for a lock less long than its connection waits for an answer, so that it is rolled back and
     * tried again. A process that freezes in the middle of one loses its connection, and with it the locks for which
     * its successor waits.
     */
    private static final String SESSION = "innodb_lock_wait_timeout=3,wait_timeout=10";

    /** Starts without the database: scans are accepted meanwhile. */
    @Bean
    HikariDataSource writerNode(DatabaseSettings settings) {
        return pool("writer", settings);
    }

    /** Separate, so that queries never keep the table writer waiting. Holds no connection while there are none. */
    @Bean
    HikariDataSource operatorNode(DatabaseSettings settings) {
        HikariDataSource pool = pool("operators", settings);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static HikariDataSource pool(String name, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(1_000);
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("connectTimeout", "1000");
        pool.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.socketTimeout().toMillis()));
        pool.addDataSourceProperty("sessionVariables", SESSION);
        pool.setExceptionOverride(new EvictOnReadOnly(pool));
        pool.addDataSourceProperty("useLocalSessionState", "true");
        pool.addDataSourceProperty("cacheServerConfiguration", "true");
        return pool;
    }
}

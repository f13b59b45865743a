package com.qualitypost.phoenix.projections.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The connection pool to the writer; starts even while the database is away. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** The projector, the announcer, the heartbeat, a rebuild and the health check at once. */
    private static final int CONNECTIONS = 6;

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("writer");
        pool.setJdbcUrl(settings.jdbcUrl());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        // No connection until the first query: before the first migration the user may not even use the schema.
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(1_000);
        pool.setValidationTimeout(500);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    /** Replaces Boot's, which rolls back after a commit without an answer, and then reports the rollback instead. */
    @Bean
    DataSourceTransactionManager transactionManager(HikariDataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }
}

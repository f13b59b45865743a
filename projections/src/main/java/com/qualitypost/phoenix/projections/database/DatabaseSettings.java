package com.qualitypost.phoenix.projections.database;

import com.qualitypost.phoenix.tables.JdbcUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach the writer database.
 *
 * @param writer host and port, such as {@code 127.0.0.1:3316}
 * @param sslMode DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY
 * @param socketTimeout how long the server may take for one statement before it counts as away
 * @param user writes the read side
 * @param cdcUser reads the binlog
 * @param migrateUser creates our tables
 */
@Validated
@ConfigurationProperties("phoenix.database")
public record DatabaseSettings(
        @Pattern(regexp = JdbcUrl.SERVER) String writer,
        @NotBlank String sslMode,
        @NotNull Duration socketTimeout,
        @NotBlank String user,
        @NotNull String password,
        @NotBlank String cdcUser,
        @NotNull String cdcPassword,
        @NotBlank String migrateUser,
        @NotNull String migratePassword) {
    private static final String ABANDONED = ",wait_timeout=3";
    private static final Duration MIGRATION = Duration.ofMinutes(10);

    public String host() {
        return writer.substring(0, writer.indexOf(':'));
    }

    public int port() {
        return Integer.parseInt(writer.substring(writer.indexOf(':') + 1));
    }

    /** Gives up on a dead server soon. */
    String jdbcUrl() {
        return url(socketTimeout);
    }

    private String url(Duration patience) {
        return JdbcUrl.of(writer, "phoenix_read", sslMode)
                + "&connectTimeout=1000&tcpKeepAlive=true&useServerPrepStmts=true"
                + "&socketTimeout=" + patience.toMillis()
                // A statement that the client has given up must not run on the server later.
                + "&sessionVariables=lock_wait_timeout=4,innodb_lock_wait_timeout=4"
                // A process that freezes in a transaction must not keep its locks, or nobody could take over.
                + ABANDONED
                + "&cachePrepStmts=true&prepStmtCacheSize=50&prepStmtCacheSqlLimit=65536";
    }

    /** A migration may take longer than an ordinary statement. */
    String migrationUrl() {
        return url(MIGRATION).replace(ABANDONED, "");
    }

    /** Leaves the passwords out: they must not get into logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + writer + ", " + user + ", " + cdcUser + ", " + migrateUser + "]";
    }
}

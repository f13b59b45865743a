package com.qualitypost.phoenix.query.database;

import com.qualitypost.phoenix.tables.JdbcUrl;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the two nodes are, and how long one may keep a lookup waiting.
 *
 * @param reader host and port, such as {@code 127.0.0.1:3317}
 * @param writer the same of the writer
 * @param sslMode DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY
 * @param connectTimeout for opening a connection; a lookup never waits longer than {@code poolTimeout} for it
 * @param poolTimeout until a lookup has a connection; Hikari allows no less than 250 ms
 * @param socketTimeout until the node has answered the statement
 */
@Validated
@ConfigurationProperties("phoenix.database")
record DatabaseSettings(
        @Pattern(regexp = JdbcUrl.SERVER) String reader,
        @Pattern(regexp = JdbcUrl.SERVER) String writer,
        @NotBlank String sslMode,
        @NotBlank String user,

        @NotBlank(message = "is missing: set PHOENIX_DATABASE_PASSWORD to the password of the database user")
        String password,

        @Min(1) @Max(100) int poolSize,
        @NotNull Duration connectTimeout,
        @NotNull Duration poolTimeout,
        @NotNull Duration socketTimeout,
        @NotNull Duration connectionLifetime) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PATIENT_AT_ONCE = 4;

    @AssertTrue(
            message =
                    "pool-timeout and connection-lifetime must be at least 250 ms and 30 s, the other timeouts positive")
    boolean isPossible() {
        return poolTimeout.toMillis() >= 250
                && connectionLifetime.toSeconds() >= 30
                && connectTimeout.isPositive()
                && socketTimeout.isPositive();
    }

    /** For queries that take longer than a lookup may: few run at a time, the others wait for a connection. */
    DatabaseSettings patient(Duration forAConnection) {
        return new DatabaseSettings(
                reader,
                writer,
                sslMode,
                user,
                password,
                PATIENT_AT_ONCE,
                connectTimeout,
                forAConnection,
                PATIENCE,
                connectionLifetime);
    }

    String url(Role role) {
        String server = switch (role) {
            case READER -> reader;
            case WRITER -> writer;
        };
        return JdbcUrl.of(server, "phoenix_read", sslMode);
    }

    /** Leaves the passwords out: they must not get into logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + reader + ", " + writer + ", " + user + "]";
    }
}

package com.qualitypost.phoenix.ingest.database;

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
 * @param socketTimeout how long the server may take for one statement before it counts as away and a smaller part is
 *     tried
 * @param user writes the tables
 * @param migrateUser creates the tables
 */
@Validated
@ConfigurationProperties("phoenix.database")
public record DatabaseSettings(
        @Pattern(regexp = JdbcUrl.SERVER) String writer,
        @NotBlank String sslMode,
        @NotNull Duration socketTimeout,
        @NotBlank String user,
        @NotNull String password,
        @NotBlank String migrateUser,
        @NotNull String migratePassword) {

    public String url() {
        return JdbcUrl.of(writer, "phoenix", sslMode);
    }

    /** Leaves the passwords out: they must not get into logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + writer + ", " + user + ", " + migrateUser + "]";
    }
}

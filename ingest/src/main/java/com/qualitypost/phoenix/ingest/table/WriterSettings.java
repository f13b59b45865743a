package com.qualitypost.phoenix.ingest.table;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tables are written.
 *
 * @param enabled whether this process has the role
 * @param groupId the consumer group
 * @param maxPollRecords the most records that one transaction takes
 * @param socketTimeout how long the server may take for one statement before it counts as away and a smaller part is
 *     tried
 * @param url of the writer node, with the schema {@code phoenix}
 * @param user writes the tables
 * @param password of {@code user}
 * @param migrateUser creates the tables
 * @param migratePassword of {@code migrateUser}
 */
@Validated
@ConfigurationProperties("phoenix.writer")
public record WriterSettings(
        @DefaultValue("true") boolean enabled,
        @NotBlank @DefaultValue("phoenix-table-writer") String groupId,
        @Min(1) @DefaultValue("2000") int maxPollRecords,
        @NotNull @DefaultValue("5s") Duration socketTimeout,
        @NotBlank String url,
        @NotBlank @DefaultValue("writer") String user,
        String password,
        @NotBlank @DefaultValue("migrate") String migrateUser,
        String migratePassword) {}

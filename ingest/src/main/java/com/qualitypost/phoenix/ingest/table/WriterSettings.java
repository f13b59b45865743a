package com.qualitypost.phoenix.ingest.table;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tables are written.
 *
 * @param enabled whether this process has the role
 * @param groupId the consumer group
 * @param maxPollRecords the most records that one transaction takes
 */
@Validated
@ConfigurationProperties("phoenix.writer")
public record WriterSettings(
        @DefaultValue("true") boolean enabled,
        @NotBlank @DefaultValue("phoenix-table-writer") String groupId,
        @Min(1) @DefaultValue("2000") int maxPollRecords) {}

package com.qualitypost.phoenix.projections.cdc;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the binlog is read.
 *
 * @param serverId unique among all that replicate from the writer; every node needs its own
 * @param connectorName the name under which positions are stored; never changed
 * @param heartbeat how often the owner writes its heartbeat
 * @param silence after this long without a heartbeat the engine is rebuilt if the database answers
 * @param reconnect how long an engine may take to resume by itself after the database was away
 * @param start how long an engine may take to its first batch
 * @param standby how often a standby tries to take over
 * @param shortestPause after which a dead engine is rebuilt; doubled each time
 * @param longestPause the limit of the doubling
 * @param maxBatch records in one transaction
 * @param maxQueue records read ahead
 * @param maxQueueSize memory for what is read ahead
 */
@Validated
@ConfigurationProperties("phoenix.cdc")
record CdcSettings(
        @Positive long serverId,
        @NotBlank String connectorName,
        @NotNull Duration heartbeat,
        @NotNull Duration silence,
        @NotNull Duration reconnect,
        @NotNull Duration start,
        @NotNull Duration standby,
        @NotNull Duration shortestPause,
        @NotNull Duration longestPause,
        @Positive int maxBatch,
        @Positive int maxQueue,
        @NotNull DataSize maxQueueSize) {}

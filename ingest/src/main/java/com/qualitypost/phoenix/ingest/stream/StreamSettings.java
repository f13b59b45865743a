package com.qualitypost.phoenix.ingest.stream;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topology runs.
 *
 * @param enabled whether this process has the role
 * @param generation which computation from {@code scans} this is; a rebuild is a new one
 * @param applicationId names the consumer group and the changelog
 * @param stateDir where RocksDB keeps its files
 * @param threads stream threads in this process
 * @param commitInterval how long a result may wait for its transaction: freshness against cost
 * @param standbyReplicas copies of the state on other processes
 * @param rocksdbCacheBytes limit for all block caches and memtables of this process together
 * @param replicationFactor of the changelog; -1 uses the brokers' default
 * @param maxFacts of one parcel: more are quarantined, and can be replayed once the limit is raised
 * @param maxFactsBytes the same in bytes, roughly of what is remembered of each fact
 */
@Validated
@ConfigurationProperties("phoenix.streams")
record StreamSettings(
        @DefaultValue("true") boolean enabled,
        @Min(1) @DefaultValue("1") int generation,
        @NotBlank @DefaultValue("phoenix-shipment") String applicationId,
        @NotBlank String stateDir,
        @Min(1) @DefaultValue("2") int threads,
        @DefaultValue("50ms") Duration commitInterval,
        @Min(0) @DefaultValue("1") int standbyReplicas,
        @Min(1) @DefaultValue("67108864") long rocksdbCacheBytes,
        @Min(-1) @DefaultValue("-1") int replicationFactor,
        @Min(1) @DefaultValue("1000") int maxFacts,
        @Min(1) @DefaultValue("524288") long maxFactsBytes) {}

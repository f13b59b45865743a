package com.qualitypost.phoenix.ingest.progress;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When health reports that nothing moves.
 *
 * @param patience how long work may wait before that
 * @param lookEvery how often Kafka is asked how far the work has come
 */
@Validated
@ConfigurationProperties("phoenix.health")
public record ProgressSettings(
        @NotNull @DefaultValue("30s") Duration patience,
        @NotNull @DefaultValue("5s") Duration lookEvery) {}

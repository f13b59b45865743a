package com.qualitypost.phoenix.projections.health;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When health reports that nothing moves.
 *
 * @param patience how long work may wait before that
 */
@Validated
@ConfigurationProperties("phoenix.health")
public record HealthSettings(@NotNull @DefaultValue("30s") Duration patience) {}

package com.qualitypost.phoenix.query.tracking;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a node caches of its answers.
 *
 * @param currentFor how long one is returned without asking a node, while changes are heard
 * @param keptFor how long one is kept for times when no node answers
 * @param maxSize of all of them
 */
@Validated
@ConfigurationProperties("phoenix.query.cache")
record CacheSettings(
        boolean enabled,
        @NotNull Duration currentFor,
        @NotNull Duration keptFor,
        @NotNull DataSize maxSize) {}

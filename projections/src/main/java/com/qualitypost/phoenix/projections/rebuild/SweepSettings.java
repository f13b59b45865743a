package com.qualitypost.phoenix.projections.rebuild;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How gently answers are compared with the tables.
 *
 * @param rowsAtOnce parcels compared at once
 * @param pause after each such part
 * @param rest after the last part, before everything begins again
 */
@Validated
@ConfigurationProperties("phoenix.sweep")
record SweepSettings(
        @Positive int rowsAtOnce,
        @NotNull Duration pause,
        @NotNull Duration rest) {}

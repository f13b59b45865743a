package com.qualitypost.phoenix.projections.projector;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who may write the projections.
 *
 * @param lease a standby takes over when the owner has written nothing for this long
 */
@Validated
@ConfigurationProperties("phoenix.projector")
public record ProjectorSettings(@NotNull Duration lease) {}

package com.qualitypost.phoenix.ingest.gateway;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the gateway.
 *
 * @param enabled whether this process has the role
 * @param sandbox whether it offers test parcels and accepts test keys
 * @param answerWithin after this time a batch is answered with what is acknowledged by then
 * @param retryAfter how long a device waits before it sends again what was not acknowledged
 * @param maxScanBytes of the JSON of one scan
 */
@Validated
@ConfigurationProperties("phoenix.gateway")
record GatewaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean sandbox,
        @DefaultValue("2700ms") Duration answerWithin,
        @DefaultValue("2s") Duration retryAfter,
        @Min(1024) @DefaultValue("65536") int maxScanBytes) {}

package com.qualitypost.phoenix.query.bulk;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many bulk calls are answered at a time. Each holds a part of its answers, even while its caller reads slowly.
 *
 * @param maxCalls of this node
 * @param maxCallsOfSource the same, of one source
 */
@Validated
@ConfigurationProperties("phoenix.query.bulk")
record BulkSettings(@Min(1) int maxCalls, @Min(1) int maxCallsOfSource) {}

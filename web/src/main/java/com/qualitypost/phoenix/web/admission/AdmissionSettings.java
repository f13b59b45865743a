package com.qualitypost.phoenix.web.admission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on what clients may occupy. A source is an address: many handhelds of a carrier may share one, so its share is
 * large.
 *
 * @param maxBodyBytes of one request's body, both as sent and inflated
 * @param maxBytesArriving of all bodies being received and all answers being sent
 * @param maxBytesArrivingOfSource the same, of one source
 * @param maxBytesAtOnce of all inflated bodies being worked on
 * @param maxBytesAtOnceOfSource the same, of one source
 * @param arrivesWithin how long a head may take to arrive, and then a body
 * @param leastBytesPerSecond the average rate that a body has to arrive at once {@code grace} is over
 * @param leastBytesPerSecondOfAnswers the average rate that an answer has to be read at once {@code grace} is over
 * @param grace how long rates are not checked
 * @param maxConnectionsOfSource open connections of one source; a load balancer in front is one source
 * @param retryAfter when clients for whom there was no room may try again
 */
@Validated
@ConfigurationProperties("phoenix.admission")
public record AdmissionSettings(
        @Min(1024) @DefaultValue("2097152") int maxBodyBytes,
        @Min(1024) @DefaultValue("33554432") int maxBytesArriving,
        @Min(1024) @DefaultValue("8388608") int maxBytesArrivingOfSource,
        @Min(1024) @DefaultValue("12582912") int maxBytesAtOnce,
        @Min(1024) @DefaultValue("6291456") int maxBytesAtOnceOfSource,
        @DefaultValue("30s") Duration arrivesWithin,
        @Min(1) @DefaultValue("1024") int leastBytesPerSecond,
        @Min(1) @DefaultValue("16384") int leastBytesPerSecondOfAnswers,
        @DefaultValue("5s") Duration grace,
        @Min(1) @DefaultValue("1024") int maxConnectionsOfSource,
        @DefaultValue("2s") Duration retryAfter) {}

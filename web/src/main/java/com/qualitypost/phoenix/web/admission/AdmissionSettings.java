package com.qualitypost.phoenix.web.admission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What clients may hold. A source is an address: many handhelds of a carrier may stand behind one, so its share is large.
 *
 * @param maxBodyBytes of one request's body, as it is sent and as it is inflated
 * @param maxBytesArriving of all bodies that are being received, and of all answers that are being sent
 * @param maxBytesArrivingOfSource the same, of one source
 * @param maxBytesAtOnce of all bodies that are worked on, inflated
 * @param maxBytesAtOnceOfSource the same, of one source
 * @param arrivesWithin the longest that a head may take to arrive, and then a body
 * @param leastBytesPerSecond what a body has to bring on the average, once {@code grace} is over
 * @param leastBytesPerSecondOfAnswers what has to be read of an answer on the average, once {@code grace} is over
 * @param grace how long nobody looks at the rates
 * @param maxConnectionsOfSource open connections of one source; a load balancer in front is one source
 * @param retryAfter when those come again for whom there was no room
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

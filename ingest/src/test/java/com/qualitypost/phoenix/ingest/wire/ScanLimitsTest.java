package com.qualitypost.phoenix.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.ScanExamples;
import com.qualitypost.phoenix.schemas.Correction;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T18:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0000-12-31T23:59:59.999Z, false",
        "0001-01-01T00:00:00.000Z, true",
        "9999-12-31T23:59:59.999Z, true",
        "+10000-01-01T00:00:00Z,   false"
    })
    void aDevicesClockMayShowWhatItLikesAsFarAsTheTablesGo(Instant shown, boolean taken) {
        assertThat(isTaken(scan -> scan.setOccurredAt(shown))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59.999Z, false",
        "2000-01-01T00:00:00.000Z, true",
        "2099-12-31T23:59:59.999Z, true",
        "2100-01-01T00:00:00.000Z, false"
    })
    void whatCountsIsATimeOfThisCentury(Instant time, boolean taken) {
        assertThat(isTaken(scan -> scan.setCorrectedAt(time))).isEqualTo(taken);
        assertThat(isTaken(scan -> scan.setTicket(promise(time, null)))).isEqualTo(taken);
        assertThat(isTaken(scan -> scan.setTicket(promise(null, time)))).isEqualTo(taken);
    }

    @Test
    void whatIsOnTheTopicAlreadyIsNotRefusedForWhatTheRulesLeaveOutOfAccount() {
        assertThat(isTaken(scan -> scan.setDeviceUptimeMs(Long.MAX_VALUE))).isTrue();
        assertThat(isTaken(scan -> scan.setTicket(promise(NOON, NOON.minusMillis(1)))))
                .isTrue();
        assertThat(isTaken(scan -> scan.setKind("POSITION").setTicket(promise(NOON, NOON))))
                .isTrue();
        assertThat(isTaken(scan -> scan.setCorrects(new Correction(UUID.randomUUID(), "did_not_occur"))))
                .isTrue();
        assertThat(isTaken(scan -> scan.setTicket(
                        Ticket.newBuilder().setMerchantId("Zapatería Núñez").build())))
                .isTrue();
    }

    private static Ticket promise(@Nullable Instant from, @Nullable Instant until) {
        return Ticket.newBuilder().setPromisedFrom(from).setPromisedUntil(until).build();
    }

    private static boolean isTaken(UnaryOperator<Scan.Builder> change) {
        return ScanLimits.violation(scan(change)).isEmpty();
    }

    private static Scan scan(UnaryOperator<Scan.Builder> change) {
        return change.apply(Scan.newBuilder(ScanExamples.scan("PQ000000014MX", Kind.PICKED_UP, "09:00")))
                .build();
    }
}

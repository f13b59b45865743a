package com.qualitypost.phoenix.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.gateway.DeviceClock.Estimate;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.schemas.TimeQuality;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aDifferenceBelow30SecondsSaysNothingAboutTheClock() {
        assertThat(clock("2026-11-22T11:59:31Z", null).estimate(TEN, null, null))
                .isEqualTo(new Estimate(TEN, TimeQuality.SYNCED));
    }

    @Test
    void anErrorOfTheClockIsTakenOut() {
        assertThat(clock("2026-11-22T05:30:00-06:00", null).estimate(TEN, null, null))
                .isEqualTo(new Estimate(TEN.plusSeconds(30 * 60), TimeQuality.CORRECTED));
    }

    @Test
    void aDeviceThatIsSetToTheWrongDayDoesNotMoveItsScansToThatDay() {
        Instant yesterday = TEN.minusSeconds(86_400);

        assertThat(clock("2026-11-21T12:00:00Z", null).estimate(yesterday, null, null))
                .isEqualTo(new Estimate(TEN, TimeQuality.CORRECTED));
    }

    @Test
    void aScanFromDaysAgoIsNormal() {
        Instant lastWeek = TEN.minusSeconds(7 * 86_400);

        assertThat(clock("2026-11-22T12:00:00Z", null).estimate(lastWeek, null, null))
                .isEqualTo(new Estimate(lastWeek, TimeQuality.SYNCED));
    }

    @Test
    void aClockThatWasSetRightBetweenScanAndSendingIsSeenByTheUptime() {
        Instant tomorrow = TEN.plusSeconds(86_400);
        long twoHours = 2 * 3_600_000;

        assertThat(clock("2026-11-22T12:00:00Z", 5 * twoHours).estimate(tomorrow, "boot-1", 4 * twoHours))
                .isEqualTo(new Estimate(TEN, TimeQuality.CORRECTED));
    }

    @Test
    void theUptimeOfAnotherStartSaysNothing() {
        assertThat(clock("2026-11-22T12:00:00Z", 9_000_000L).estimate(TEN, "boot-0", 1L))
                .isEqualTo(new Estimate(TEN, TimeQuality.SYNCED));
    }

    @Test
    void aBatchThatDoesNotSayWhenItWasSentLeavesTheTimeAsItIs() {
        assertThat(clock(null, null).estimate(TEN, null, null)).isEqualTo(new Estimate(TEN, TimeQuality.UNSYNCED));
    }

    @Test
    void aClockThatFellBackTo1970IsPutRight() {
        assertThat(clock("1970-01-01T00:10:00Z", null).estimate(Instant.parse("1970-01-01T00:05:00Z"), null, null))
                .isEqualTo(new Estimate(NOW.minusSeconds(300), TimeQuality.CORRECTED));
    }

    @Test
    void aClockThatFellBackAfterTheScanDoesNotMakeItHappenYearsLater() {
        assertThat(clock("1970-01-01T00:10:00Z", null).estimate(TEN, null, null))
                .isEqualTo(new Estimate(TEN, TimeQuality.UNSYNCED));
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "9223372036854775807, 200", "100, 9223372036854775807", "315360000001, 0"})
    void anImpossiblePairOfUptimesIsNoEvidence(long uptimeOfBatch, long uptimeOfScan) {
        Instant threeHoursAgo = NOW.minusSeconds(3 * 3_600);

        assertThat(clock("2026-11-22T12:00:00Z", uptimeOfBatch).estimate(threeHoursAgo, "boot-1", uptimeOfScan))
                .isEqualTo(new Estimate(threeHoursAgo, TimeQuality.SYNCED));
    }

    @Test
    void equalUptimesSayThatItHappenedJustNow() {
        assertThat(clock("2026-11-22T12:00:00Z", 200L).estimate(TEN, "boot-1", 200L))
                .isEqualTo(new Estimate(NOW, TimeQuality.CORRECTED));
    }

    private static DeviceClock clock(@Nullable String sentAt, @Nullable Long uptimeMs) {
        OffsetDateTime sent = sentAt == null ? null : OffsetDateTime.parse(sentAt);
        return DeviceClock.of(new ScanBatch("HH-1", sent, "boot-1", uptimeMs, null, List.of()), NOW);
    }
}

package com.qualitypost.phoenix.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.scan.DeviceClock.Estimate;
import com.qualitypost.phoenix.schemas.TimeQuality;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    private static DeviceClock clock(@Nullable String sentAt, @Nullable Long uptimeMs) {
        OffsetDateTime sent = sentAt == null ? null : OffsetDateTime.parse(sentAt);
        return DeviceClock.of(new ScanBatch("HH-1", sent, "boot-1", uptimeMs, null, List.of()), NOW);
    }
}

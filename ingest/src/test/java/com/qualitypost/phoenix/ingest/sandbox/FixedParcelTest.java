package com.qualitypost.phoenix.ingest.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.sandbox.FixedParcel.Upkeep;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Why the parcels with fixed answers never change. */
class FixedParcelTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T12:00:00Z");

    /** Half of the usual silence in the statuses with the shortest one, for the economy service. */
    private static final Duration SELDOM_ENOUGH = Duration.ofDays(4);

    @Test
    void thereIsOneOfEachStatusAndOneOfEachOddity() {
        List<FixedParcel> all = FixedParcel.all();

        assertThat(all.stream().limit(12).map(parcel -> parcel.life().getLast()))
                .containsExactly(Status.values());
        assertThat(all)
                .hasSize(16)
                .allSatisfy(
                        parcel -> assertThat(FixedParcel.isOne(parcel.number())).isTrue());
        assertThat(FixedParcel.isOne(FixedParcel.firstFree())).isFalse();
        assertThat(FixedParcel.isOne(TrackingNumber.ours(98_999_999))).isFalse();
    }

    @Test
    void theSameDayReportsTheSameFacts() {
        for (FixedParcel parcel : FixedParcel.all()) {
            List<Map<String, Object>> scans = parcel.scans(TODAY);

            assertThat(scans).isEqualTo(parcel.scans(TODAY.plusSeconds(1)));
            assertThat(scans.stream().map(scan -> scan.get("scan_id"))).doesNotHaveDuplicates();
        }
    }

    @Property
    void whateverTheDayAParcelOnItsWayHasShownItselfLatelyAndItsPromiseIsToCome(
            @ForAll @IntRange(min = 0, max = 20_000) int hours) {
        Instant now = TODAY.plus(Duration.ofHours(hours));
        for (FixedParcel parcel : FixedParcel.all()) {
            Map<String, Object> last = parcel.scans(now).getLast();
            boolean alive = last.get("kind").equals(Kind.RECORD_UPDATED.name());

            assertThat(alive).isEqualTo(parcel.showsItself());
            if (alive) {
                assertThat(Duration.between(time(last, "occurred_at"), now)).isBetween(Duration.ZERO, SELDOM_ENOUGH);
                assertThat(last.containsKey("ticket")).isEqualTo(parcel.upkeep() != Upkeep.LATE);
            }
            if (last.get("ticket") instanceof Map<?, ?> ticket && alive) {
                assertThat(time(ticket, "promised_until")).isAfter(now.plus(SELDOM_ENOUGH.dividedBy(2)));
            }
        }
    }

    private static Instant time(Map<?, ?> of, String field) {
        return OffsetDateTime.parse(String.valueOf(of.get(field))).toInstant();
    }
}

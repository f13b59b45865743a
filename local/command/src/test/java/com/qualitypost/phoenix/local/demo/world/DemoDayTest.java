package com.qualitypost.phoenix.local.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DemoDayTest {
    private static final int PARCELS = 500;
    private static final Instant END = Instant.parse("2026-11-22T21:00:00Z");

    private final DemoDay today = DemoDay.of(7, 1_000, PARCELS, END);

    @Test
    void everyStatusOccurs() {
        assertThat(today.parcels().stream().map(parcel -> parcel.story().end())).contains(Status.values());
    }

    @Test
    void theSameSeedMakesTheSameDay() {
        assertThat(DemoDay.of(7, 1_000, PARCELS, END)).isEqualTo(today);
        assertThat(DemoDay.of(8, 1_000, PARCELS, END)).isNotEqualTo(today);
    }

    @Test
    void theListThatIsPrintedIsOfAMerchantWhoHasOrderedParcels() {
        assertThat(sent().map(scan -> scan.more().get("ticket")))
                .anySatisfy(ticket -> assertThat(ticket)
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsEntry("merchant_id", today.merchant()));
        assertThat(today.toTry(URI.create("http://127.0.0.1:8080"), "sk_live_x"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "  curl -s -H 'Authorization: Bearer sk_live_x' 'http://127.0.0.1:8080/v1/shipments?"));
    }

    @Test
    void everythingHappensWithinADay() {
        assertThat(today.parcels().stream().flatMap(parcel -> parcel.life().stream()))
                .allSatisfy(happening -> assertThat(happening.time()).isBetween(END.minus(Duration.ofDays(1)), END));
    }

    @Test
    void onlyTheDeviceThatIsSilentAboutItsClockReportsTheFuture() {
        assertThat(sent().filter(scan -> scan.occurredAt().toInstant().isAfter(END)))
                .hasSize(OddScans.FUTURE);
        assertThat(today.transmissions())
                .filteredOn(transmission -> transmission.device().equals(DemoDevice.FROM_THE_FUTURE))
                .hasSize(OddScans.FUTURE)
                .allSatisfy(transmission ->
                        assertThat(transmission.at(END).sentAt()).isNull());
    }

    @Test
    void theWrongClockIsWrongInItsScansAndInWhatItSends() {
        assertThat(today.transmissions())
                .filteredOn(transmission -> transmission.device().equals(DemoDevice.WITH_A_WRONG_CLOCK))
                .isNotEmpty()
                .allSatisfy(transmission -> assertThat(
                                Duration.between(transmission.at(END).sentAt(), END.atOffset(ZoneOffset.UTC)))
                        .isGreaterThan(Duration.ofHours(5)));
    }

    @Test
    void timesAreTheDepotsOwn() {
        assertThat(sent().map(scan -> scan.occurredAt().getOffset()).collect(Collectors.toSet()))
                .contains(ZoneOffset.ofHours(-5), ZoneOffset.ofHours(-6), ZoneOffset.ofHours(-8));
    }

    @Test
    void everyFactIsSentAtLeastOnceAndUnderAnIdOfVersion7() {
        Set<UUID> ids = sent().map(Scan::scanId).collect(Collectors.toSet());

        assertThat(today.parcels().stream()
                        .flatMap(parcel -> parcel.life().stream())
                        .map(happening -> happening.scan().scanId()))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(ids).contains(id))
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    }

    @Test
    void someScansAreSentAgain() {
        long all = sent().count();
        long different = sent().map(Scan::scanId).distinct().count();

        assertThat((all - different) / (double) all).isBetween(0.03, 0.08);
    }

    @Test
    void theDeadSpotReportsAtTheEnd() {
        List<Transmission> all = today.transmissions();
        int first = 0;
        while (!all.get(first).device().equals(DemoDevice.IN_THE_DEAD_SPOT)) {
            first++;
        }
        long fresh = all.subList(first, all.size()).stream()
                .filter(transmission ->
                        transmission.fresh() && !transmission.device().equals(DemoDevice.IN_THE_DEAD_SPOT))
                .count();

        assertThat(fresh).isZero();
    }

    @Test
    void contradictionsShareAnIdAndNothingElseDoes() {
        Map<UUID, Set<Scan>> contents = new HashMap<>();
        sent().forEach(scan ->
                contents.computeIfAbsent(scan.scanId(), _ -> new HashSet<>()).add(scan));

        assertThat(contents.values())
                .filteredOn(different -> different.size() > 1)
                .hasSize(OddScans.CONFLICTS);
    }

    @Test
    void kindsAreKnownButForTheStrangeOnes() {
        assertThat(sent().filter(scan -> Kind.named(scan.kind()).isEmpty())).hasSize(OddScans.UNKNOWN_KINDS);
    }

    private Stream<Scan> sent() {
        return today.transmissions().stream().flatMap(transmission -> transmission.scans().stream());
    }
}

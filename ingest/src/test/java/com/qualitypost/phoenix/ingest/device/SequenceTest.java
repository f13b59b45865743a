package com.qualitypost.phoenix.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Law 6: numbers never seen are gaps. */
class SequenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-22T13:00:00Z");

    @Property
    void anyOrderAnyRepetitionAndAnyBatchesGiveTheSameGaps(
            @ForAll @NotEmpty Set<@LongRange(max = 300) Long> numbers,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll long seed) {
        List<Long> arrival = new ArrayList<>(numbers);
        numbers.stream().limit(10).forEach(arrival::add);
        Collections.shuffle(arrival, new Random(seed));

        Sequence sequence = Sequence.beginningWith(arrival.getFirst());
        for (int from = 0; from < arrival.size(); from += batch) {
            sequence = stored(sequence.seen(arrival.subList(from, Math.min(from + batch, arrival.size())), NOON));
        }

        var seen = new TreeSet<>(numbers);
        assertThat(sequence.first()).isEqualTo(seen.getFirst());
        assertThat(sequence.last()).isEqualTo(seen.getLast());
        assertThat(missing(sequence)).isEqualTo(neverSeen(seen));
    }

    @Test
    void theFirstNumberOfADeviceIsNoGapWhateverItIs() {
        assertThat(Sequence.beginningWith(4711).gaps()).isEmpty();
    }

    @Test
    void aLateNumberClosesItsGapOrCutsIt() {
        Sequence sequence = Sequence.beginningWith(1).seen(List.of(5L), NOON);

        assertThat(sequence.seen(List.of(3L), LATER).gaps().values())
                .containsExactly(new Gap(2, 2, NOON), new Gap(4, 4, NOON));
        assertThat(sequence.seen(List.of(4L, 2L, 3L), LATER).gaps()).isEmpty();
    }

    @Test
    void aSmallerNumberThanTheFirstBeginsTheSequenceEarlier() {
        Sequence sequence = Sequence.beginningWith(5).seen(List.of(2L), NOON);

        assertThat(sequence.first()).isEqualTo(2);
        assertThat(sequence.gaps().values()).containsExactly(new Gap(3, 4, NOON));
    }

    @Test
    void aJumpHoweverFarIsOneRange() {
        Sequence sequence = Sequence.beginningWith(0).seen(List.of(Long.MAX_VALUE), NOON);

        assertThat(sequence.gaps().values()).containsExactly(new Gap(1, Long.MAX_VALUE - 1, NOON));
        assertThat(sequence.gaps().firstEntry().getValue().size()).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void tooManyGapsAreGivenUpFromTheLowestAndWhatComesFromThereIsIgnored() {
        List<Long> everySecond =
                LongStream.rangeClosed(0, 1_003).map(i -> 2 * i).boxed().toList();

        Sequence sequence = Sequence.beginningWith(0).seen(everySecond, NOON);

        assertThat(sequence.gaps()).hasSize(Sequence.MOST_GAPS);
        assertThat(sequence.first()).isEqualTo(6);
        assertThat(sequence.watchedFrom()).isEqualTo(6);
        Sequence after = sequence.seen(List.of(3L, 7L), LATER);
        assertThat(after.first()).isEqualTo(6);
        assertThat(after.gaps()).hasSize(Sequence.MOST_GAPS - 1);
    }

    private static Sequence stored(Sequence sequence) {
        return Sequence.of(
                sequence.first(),
                sequence.last(),
                sequence.watchedFrom(),
                sequence.gaps().values());
    }

    private static List<Long> missing(Sequence sequence) {
        return sequence.gaps().values().stream()
                .flatMapToLong(gap -> LongStream.rangeClosed(gap.from(), gap.to()))
                .boxed()
                .toList();
    }

    private static Collection<Long> neverSeen(TreeSet<Long> seen) {
        return LongStream.rangeClosed(seen.getFirst(), seen.getLast())
                .filter(number -> !seen.contains(number))
                .boxed()
                .toList();
    }
}

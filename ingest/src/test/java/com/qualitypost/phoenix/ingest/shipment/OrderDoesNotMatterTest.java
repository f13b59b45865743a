package com.qualitypost.phoenix.ingest.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law 1: the state of a parcel is a pure function of the set of its facts. */
class OrderDoesNotMatterTest {
    @Property(tries = 2_000)
    void anyOrderAndAnyRepetitionOfTheSameScansGivesTheSameShipment(
            @ForAll("histories") List<Fact> history, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(history);
        history.stream().limit(5).forEach(shuffled::add);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(parcel(shuffled).standing()).isEqualTo(parcel(history).standing());
    }

    @Property(tries = 100)
    void everyOrderOfUpToSevenFactsGivesTheSameShipment(@ForAll("shortHistories") List<Fact> history) {
        CurrentState expected = parcel(history).standing();
        permutations(history)
                .forEach(order -> assertThat(parcel(order).standing()).isEqualTo(expected));
    }

    /**
     * Copies of one scan in batches with different clock errors: the earliest receipt counts, whichever comes first.
     */
    @Property(tries = 500)
    void anyOrderOfCopiesReceivedAtOtherTimesGivesTheSameShipment(
            @ForAll("histories") List<Fact> history, @ForAll long seed) {
        var random = new Random(seed);
        List<Fact> copies = new ArrayList<>();
        history.forEach(fact -> {
            for (int copy = 0; copy <= random.nextInt(3); copy++) {
                copies.add(Parcels.receivedAt(fact, "12:0" + random.nextInt(10), "11:0" + random.nextInt(10)));
            }
        });
        CurrentState expected = parcel(copies).standing();
        Collections.shuffle(copies, random);

        assertThat(parcel(copies).standing()).isEqualTo(expected);
    }

    /** They name more references than a parcel keeps, at few times, so that the ids often decide which ones stay. */
    @Property(tries = 200)
    void anyOrderOfTicketsWithManyReferencesKeepsTheSame(
            @ForAll("manyReferences") List<Fact> tickets, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(parcel(shuffled).standing()).isEqualTo(parcel(tickets).standing());
    }

    private static Shipment parcel(List<Fact> facts) {
        return Parcels.parcel(facts.toArray(Fact[]::new));
    }

    private static List<List<Fact>> permutations(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Fact>> all = new ArrayList<>();
        for (Fact first : facts) {
            List<Fact> rest = new ArrayList<>(facts);
            rest.remove(first);
            permutations(rest).forEach(tail -> {
                List<Fact> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            });
        }
        return all;
    }

    @Provide
    Arbitrary<List<Fact>> histories() {
        return facts().list().uniqueElements(Fact::scanId).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Fact>> shortHistories() {
        return facts().list().uniqueElements(Fact::scanId).ofMinSize(2).ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Fact>> manyReferences() {
        Arbitrary<Map<String, String>> references = Arbitraries.maps(
                        Arbitraries.integers().between(0, 200).map("name-%d"::formatted), Arbitraries.just("A-1"))
                .ofMaxSize(20);
        return Combinators.combine(Arbitraries.integers().between(0, 5), ids(), references)
                .as((minute, id, said) -> Parcels.ticket(minute, id, said))
                .list()
                .uniqueElements(Fact::scanId)
                .ofMinSize(5)
                .ofMaxSize(20);
    }

    /** Few ids and few times, so that ties, corrections of each other and circles are common. */
    private static Arbitrary<Fact> facts() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 9),
                        ids().injectNull(0.3),
                        Arbitraries.of("consignee_absent", "customs_inspection").injectNull(0.5))
                .as((id, kind, minute, target, reason) -> {
                    Fact fact = Parcels.fact(
                            id,
                            kind,
                            Parcels.at("10:0" + minute),
                            Parcels.at("12:00"),
                            reason,
                            id.equals(target) ? null : target);
                    return kind == Kind.TICKET_ISSUED
                            ? Parcels.ticket(fact, "M-1", minute % 2 == 0 ? "EXPRESS" : "ECONOMY")
                            : fact;
                });
    }

    private static Arbitrary<UUID> ids() {
        return Arbitraries.integers().between(1, 40).map(i -> new UUID(i, 0x8000000000000000L + i));
    }
}

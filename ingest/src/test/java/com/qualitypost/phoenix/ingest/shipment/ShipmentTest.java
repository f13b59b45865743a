package com.qualitypost.phoenix.ingest.shipment;

import static com.qualitypost.phoenix.ingest.shipment.Parcels.because;
import static com.qualitypost.phoenix.ingest.shipment.Parcels.correction;
import static com.qualitypost.phoenix.ingest.shipment.Parcels.parcel;
import static com.qualitypost.phoenix.ingest.shipment.Parcels.receivedAt;
import static com.qualitypost.phoenix.ingest.shipment.Parcels.scan;
import static com.qualitypost.phoenix.ingest.shipment.Parcels.ticket;
import static com.qualitypost.phoenix.vocabulary.Kind.ARRIVED;
import static com.qualitypost.phoenix.vocabulary.Kind.DELIVERED;
import static com.qualitypost.phoenix.vocabulary.Kind.DELIVERY_FAILED;
import static com.qualitypost.phoenix.vocabulary.Kind.DEPARTED;
import static com.qualitypost.phoenix.vocabulary.Kind.HELD;
import static com.qualitypost.phoenix.vocabulary.Kind.INFO_RECORDED;
import static com.qualitypost.phoenix.vocabulary.Kind.LOST;
import static com.qualitypost.phoenix.vocabulary.Kind.OUT_FOR_DELIVERY;
import static com.qualitypost.phoenix.vocabulary.Kind.PICKED_UP;
import static com.qualitypost.phoenix.vocabulary.Kind.POSITION;
import static com.qualitypost.phoenix.vocabulary.Kind.READY_FOR_PICKUP;
import static com.qualitypost.phoenix.vocabulary.Kind.RETURNED_TO_SENDER;
import static com.qualitypost.phoenix.vocabulary.Kind.RETURN_STARTED;
import static com.qualitypost.phoenix.vocabulary.Kind.TICKET_ISSUED;
import static com.qualitypost.phoenix.vocabulary.Kind.VOIDED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Duplicate;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Flagged;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Late;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Located;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Moved;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Noted;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Refused;
import com.qualitypost.phoenix.ingest.shipment.Outcome.Retimed;
import com.qualitypost.phoenix.ingest.shipment.Shipment.Authority;
import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentTest {
    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INFO_RECORDED", "CONSOLIDATED", "RECORD_UPDATED", "CORRECTION", "POSITION"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachKindLeadsToItsStatus(Kind kind) {
        assertThat(parcel(scan(kind, "09:00")).standing().status())
                .isEqualTo(kind.status().orElseThrow());
    }

    @Test
    void aNewerScanMovesTheParcel() {
        Shipment pickedUp = parcel(scan(PICKED_UP, "09:00"));

        Outcome outcome = pickedUp.on(scan(ARRIVED, "10:00"));

        assertThat(outcome).isInstanceOf(Moved.class);
        assertThat(outcome.shipment().standing().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(outcome.shipment().standing().previousStatus()).isEqualTo(Status.PICKED_UP);
    }

    @Test
    void aNewerScanOfTheSameStatusIsNoted() {
        assertThat(parcel(scan(ARRIVED, "09:00")).on(scan(DEPARTED, "10:00"))).isInstanceOf(Noted.class);
    }

    @Test
    void lateHubScanDoesNotPullBackADeliveredParcel() {
        Shipment delivered = parcel(scan(PICKED_UP, "09:00"), scan(DELIVERED, "12:00"));

        Outcome outcome = delivered.on(scan(ARRIVED, "10:00"));

        assertThat(outcome).isInstanceOf(Late.class);
        assertThat(outcome.shipment().standing().status()).isEqualTo(Status.DELIVERED);
        assertThat(outcome.shipment().standing().timeline()).hasSize(3);
    }

    @Test
    void hubScanAttemptOrSecondDeliveryAfterDeliveryStaysInTheTimeline() {
        Shipment parcel = parcel(
                scan(DELIVERED, "12:00"),
                scan(ARRIVED, "13:00"),
                scan(DELIVERY_FAILED, "14:00"),
                scan(DELIVERED, "15:00"));

        assertThat(parcel.standing().status()).isEqualTo(Status.DELIVERED);
        assertThat(parcel.standing().statusSince()).isEqualTo(Parcels.at("12:00"));
        assertThat(parcel.standing().timeline()).hasSize(4);
    }

    @Test
    void aDeliveredParcelMayBeReturned() {
        assertThat(parcel(scan(DELIVERED, "12:00"), scan(RETURN_STARTED, "13:00"))
                        .standing()
                        .status())
                .isEqualTo(Status.RETURNING);
        assertThat(parcel(scan(DELIVERED, "12:00"), scan(RETURNED_TO_SENDER, "13:00"))
                        .standing()
                        .status())
                .isEqualTo(Status.RETURNED);
    }

    @Test
    void hubScansOnTheWayBackDoNotEndTheReturn() {
        assertThat(parcel(scan(RETURN_STARTED, "12:00"), scan(ARRIVED, "13:00"))
                        .standing()
                        .status())
                .isEqualTo(Status.RETURNING);
    }

    @Test
    void nothingLeavesReturned() {
        for (Kind kind : Kind.values()) {
            assertThat(parcel(scan(RETURNED_TO_SENDER, "12:00"), scan(kind, "13:00"))
                            .standing()
                            .status())
                    .isEqualTo(Status.RETURNED);
        }
    }

    @Test
    void aLostParcelThatIsSeenAgainIsFound() {
        Shipment found = parcel(scan(LOST, "12:00"), scan(ARRIVED, "13:00"));

        assertThat(found.standing().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(found.standing().timeline().getLast().note()).isEqualTo(Entry.Note.FOUND);
    }

    @Test
    void aCancelledParcelThatIsShippedAllTheSameIsFlagged() {
        Outcome outcome = parcel(scan(VOIDED, "12:00")).on(scan(PICKED_UP, "13:00"));

        assertThat(outcome).isInstanceOf(Flagged.class);
        assertThat(outcome.shipment().standing().status()).isEqualTo(Status.PICKED_UP);
        assertThat(outcome.shipment().standing().needsReview()).isTrue();
    }

    @Test
    void aTicketThatComesLateCompletesTheShipmentButDoesNotMoveIt() {
        Shipment born = parcel(scan(PICKED_UP, "09:00"));
        assertThat(born.standing().ticketed()).isFalse();

        Shipment completed = born.on(ticket("EXPRESS", "10:00")).shipment();

        assertThat(completed.standing().status()).isEqualTo(Status.PICKED_UP);
        assertThat(completed.standing().ticketed()).isTrue();
        assertThat(completed.standing().ticket()).extracting(Ticket::service).isEqualTo("EXPRESS");
    }

    @Test
    void ofEqualTimesTheHigherRankWins() {
        assertThat(parcel(scan(DELIVERED, "12:00"), scan(OUT_FOR_DELIVERY, "12:00"))
                        .standing()
                        .status())
                .isEqualTo(Status.DELIVERED);
    }

    @Test
    void informationNeverChangesTheStatus() {
        assertThat(parcel(scan(ARRIVED, "09:00")).on(scan(INFO_RECORDED, "10:00")))
                .isInstanceOf(Noted.class);
    }

    @Test
    void theReasonGoesWithItsStatus() {
        Shipment held = parcel(because("customs_documents_missing", HELD, "09:00"));
        assertThat(held.standing().reason()).isEqualTo("customs_documents_missing");
        assertThat(held.standing().actionRequired()).isTrue();

        Shipment released = held.on(scan(ARRIVED, "10:00")).shipment();
        assertThat(released.standing().reason()).isNull();
        assertThat(released.standing().actionRequired()).isFalse();
    }

    @Test
    void aParcelAtTheCounterWaitsForItsRecipient() {
        assertThat(parcel(scan(READY_FOR_PICKUP, "09:00")).standing().actionRequired())
                .isTrue();
    }

    @Test
    void aRepetitionChangesNothing() {
        Shipment parcel = parcel(scan(PICKED_UP, "09:00"));

        Outcome outcome = parcel.on(scan(PICKED_UP, "09:00"));

        assertThat(outcome).isInstanceOf(Duplicate.class);
        assertThat(outcome.shipment()).isSameAs(parcel);
    }

    @Test
    void theSameIdWithOtherContentIsAConflictAndTheFirstStands() {
        Shipment parcel = parcel(scan(ID, PICKED_UP, "09:00"));

        Outcome outcome = parcel.on(scan(ID, DELIVERED, "09:00"));

        assertThat(outcome).isEqualTo(new Refused(parcel, Refusal.CONFLICT));
    }

    @Test
    void aCopyThatOnlySaysMoreIsAConflictTooAndSaysSo() {
        Fact plain = scan(ID, PICKED_UP, "09:00");
        Shipment parcel = parcel(Parcels.at(plain, new Place("MEX-01", null, null, null, null)));
        Fact enriched = Parcels.at(plain, new Place("MEX-01", "Depot", null, null, null));

        assertThat(parcel.on(enriched)).isEqualTo(new Refused(parcel, Refusal.ENRICHED));
        assertThat(Refusal.ENRICHED.reason()).isEqualTo("conflict");
        assertThat(parcel.on(plain)).isEqualTo(new Refused(parcel, Refusal.CONFLICT));
    }

    @Test
    void theSameIdOnAnotherParcelIsAnotherFact() {
        assertThat(parcel(scan(ID, PICKED_UP, "09:00")).standing().status()).isEqualTo(Status.PICKED_UP);
        assertThat(parcel(scan(ID, DELIVERED, "09:00")).standing().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void anotherOrderUnderTheSameNumberWithin24MonthsIsAConflict() {
        Shipment delivered = parcel(ticket("STANDARD", "09:00"), scan(DELIVERED, "12:00"));
        Fact reuse =
                Parcels.ticket(Parcels.at(scan(ID, TICKET_ISSUED, "09:00"), "2028-11-22T11:59:00Z"), "M-2", "STANDARD");

        assertThat(delivered.on(reuse)).isEqualTo(new Refused(delivered, Refusal.NUMBER_REUSED));
    }

    @Test
    void anAmendedTicketOfTheSameOrderCompletesTheShipment() {
        Shipment amended = parcel(ticket("STANDARD", "09:00"), ticket("EXPRESS", "10:00"));

        assertThat(amended.standing().ticket()).extracting(Ticket::service).isEqualTo("EXPRESS");
    }

    @Test
    void ofReferencesThatEachTicketNamesAnewTheFirstHundredStay() {
        List<Fact> tickets = IntStream.range(0, Parcels.RULES.maxFacts())
                .mapToObj(number -> ticket(number, twentyReferencesOf(number)))
                .toList();
        Map<String, String> first = new HashMap<>();
        IntStream.range(0, 5).forEach(number -> first.putAll(twentyReferencesOf(number)));

        assertThat(references(tickets)).isEqualTo(first);
        assertThat(references(tickets.reversed())).isEqualTo(first);
    }

    @Test
    void ofATicketThatOnlyPartlyFitsTheReferencesStayThatComeFirstByTheirNames() {
        List<Fact> tickets = new ArrayList<>(List.of(ticket(0, Map.of("order", "A-1"))));
        IntStream.range(1, 6).forEach(number -> tickets.add(ticket(number, twentyReferencesOf(number))));

        assertThat(references(tickets))
                .hasSize(100)
                .containsKeys("order", "name-5-28")
                .doesNotContainKey("name-5-29");
    }

    @Test
    void aLaterTicketStillOverrulesAReferenceThatStays() {
        List<Fact> tickets = new ArrayList<>();
        IntStream.range(0, 9).forEach(number -> tickets.add(ticket(number, twentyReferencesOf(number))));
        tickets.add(ticket(9, Map.of("name-0-10", "B-2", "name-8-10", "B-3")));

        assertThat(references(tickets)).containsEntry("name-0-10", "B-2").doesNotContainKey("name-8-10");
    }

    private static Map<String, String> twentyReferencesOf(int ticket) {
        return IntStream.range(10, 30)
                .mapToObj("name-%d-%%d".formatted(ticket)::formatted)
                .collect(Collectors.toMap(name -> name, name -> "A-1"));
    }

    private static Map<String, String> references(List<Fact> tickets) {
        return requireNonNull(Shipment.of(Parcels.RULES, tickets).standing().ticket())
                .references();
    }

    @Test
    void after24MonthsTheNumberBelongsToTheNewParcelWhicheverOfItsFactsComesFirst() {
        Fact ticket =
                Parcels.ticket(Parcels.at(scan(ID, TICKET_ISSUED, "09:00"), "2028-11-22T12:00:00Z"), "M-2", "STANDARD");
        Fact pickedUp = Parcels.at(scan(PICKED_UP, "09:00"), "2028-11-23T12:00:00Z");
        Shipment old = parcel(ticket("STANDARD", "09:00"), scan(DELIVERED, "12:00"));

        CurrentState reissued =
                old.on(ticket).shipment().on(pickedUp).shipment().standing();

        assertThat(reissued.status()).isEqualTo(Status.PICKED_UP);
        assertThat(reissued.timeline()).hasSize(2);
        assertThat(old.on(pickedUp).shipment().on(ticket).shipment().standing()).isEqualTo(reissued);
    }

    @ParameterizedTest
    @CsvSource({
        // ordered at (UTC, the place is 6 hours behind), service, promised from
        "2026-11-20T16:00:00Z, EXPRESS,  2026-11-23T15:00:00Z", // a Friday morning: on Monday
        "2026-11-20T23:01:00Z, express,  2026-11-24T15:00:00Z", // after 17:00: as if ordered on Monday
        "2026-11-21T16:00:00Z, STANDARD, 2026-11-26T15:00:00Z", // a Saturday: as if ordered on Monday
        "2026-11-23T16:00:00Z, ECONOMY,  2026-12-02T15:00:00Z",
    })
    void aServiceLevelPromisesInWorkingDays(String ordered, String service, String from) {
        Fact ticket = Parcels.ticket(Parcels.at(scan(ID, TICKET_ISSUED, "09:00"), ordered), "M-1", service);

        assertThat(parcel(ticket).standing().promised())
                .isEqualTo(
                        new TimeWindow(Instant.parse(from), Instant.parse(from).plus(Duration.ofHours(11))));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # written,                 origin, destination, promised from,          until
            2026-11-23T17:00:00Z,      -,      06700,       2026-11-26T15:00:00Z,   2026-11-27T02:00:00Z
            2026-11-23T17:00:00Z,      -,      22000,       2026-11-26T17:00:00Z,   2026-11-27T04:00:00Z
            2026-11-23T17:00:00Z,      -,      77500,       2026-11-26T14:00:00Z,   2026-11-27T01:00:00Z
            # 17:30 in Cancún is after hours, though the merchant's server writes UTC and it is 14:30 in Tijuana
            2026-11-23T22:30:00Z,      77500,  22000,       2026-11-27T17:00:00Z,   2026-11-28T04:00:00Z
            2026-11-23T22:30:00-00:00, 22000,  77500,       2026-11-26T14:00:00Z,   2026-11-27T01:00:00Z
            # the offset tells the origin's clock where no place does
            2026-11-23T17:30:00-05:00, -,      22000,       2026-11-27T17:00:00Z,   2026-11-28T04:00:00Z
            # the border changes its clocks on the 8th of March, between the order and the delivery
            2026-03-06T10:00:00-08:00, 22000,  22000,       2026-03-11T16:00:00Z,   2026-03-12T03:00:00Z
            2026-03-06T10:00:00-06:00, 06700,  88500,       2026-03-11T14:00:00Z,   2026-03-12T01:00:00Z
            2026-03-06T10:00:00-06:00, 06700,  06700,       2026-03-11T15:00:00Z,   2026-03-12T02:00:00Z
            # nothing is known but that it is in Mexico
            2026-11-23T17:00:00Z,      -,      -,           2026-11-26T15:00:00Z,   2026-11-27T02:00:00Z""")
    void aServicePromisesTheHoursOfTheDestinationAndCountsFromTheDayOfTheOrigin(
            String written, @Nullable String origin, @Nullable String destination, Instant from, Instant until) {
        Fact ticket = Parcels.ticket(
                written,
                origin == null ? null : Parcels.postcode(origin),
                destination == null ? null : Parcels.postcode(destination),
                null);

        assertThat(parcel(ticket).standing().promised()).isEqualTo(new TimeWindow(from, until));
    }

    @Test
    void halfAPromiseOfTheMerchantsCountsAndTheServiceAddsNothing() {
        Instant noon = Instant.parse("2026-11-25T18:00:00Z");
        Fact until =
                Parcels.ticket("2026-11-23T10:00:00-06:00", null, Parcels.city("Puebla"), new TimeWindow(null, noon));
        Fact from =
                Parcels.ticket("2026-11-23T10:00:00-06:00", null, Parcels.city("Puebla"), new TimeWindow(noon, null));

        assertThat(parcel(until).standing().promised()).isEqualTo(new TimeWindow(null, noon));
        assertThat(parcel(from).standing().promised()).isEqualTo(new TimeWindow(noon, null));
    }

    @Test
    void halvesOfTwoTicketsAreOnePromiseUnlessItWouldEndBeforeItBegins() {
        Instant monday = Instant.parse("2026-11-30T18:00:00Z");
        Instant tuesday = Instant.parse("2026-12-01T18:00:00Z");
        String first = "2026-11-23T10:00:00-06:00";
        String second = "2026-11-24T10:00:00-06:00";

        assertThat(parcel(
                                Parcels.ticket(first, null, null, new TimeWindow(monday, null)),
                                Parcels.ticket(second, null, null, new TimeWindow(null, tuesday)))
                        .standing()
                        .promised())
                .isEqualTo(new TimeWindow(monday, tuesday));
        assertThat(parcel(
                                Parcels.ticket(first, null, null, new TimeWindow(tuesday, null)),
                                Parcels.ticket(second, null, null, new TimeWindow(null, monday)))
                        .standing()
                        .promised())
                .isEqualTo(new TimeWindow(null, monday));
    }

    @Test
    void aPromiseThatEndsBeforeItBeginsIsNone() {
        Instant noon = Instant.parse("2026-11-25T18:00:00Z");
        Fact backwards = Parcels.ticket(
                "2026-11-23T10:00:00-06:00", null, Parcels.city("Puebla"), new TimeWindow(noon, noon.minusMillis(1)));

        assertThat(parcel(backwards).standing().promised())
                .isEqualTo(
                        new TimeWindow(Instant.parse("2026-11-26T15:00:00Z"), Instant.parse("2026-11-27T02:00:00Z")));
    }

    @Test
    void aFactIsToldOnTheClockOfItsPlaceElseOnItsReporters() {
        Fact delivered = Parcels.at(scan(DELIVERED, "09:00"), "2026-11-27T03:15:00Z");

        assertThat(Parcels.at(delivered, Parcels.city("Tijuana")).localTime()).hasToString("2026-11-26T19:15-08:00");
        assertThat(Parcels.at(delivered, Parcels.city("Springfield")).localTime())
                .hasToString("2026-11-26T21:15-06:00");
    }

    @Test
    void aServiceThatIsNotOursPromisesNothing() {
        assertThat(parcel(ticket("TELEPORT", "09:00")).standing().promised()).isNull();
    }

    @Test
    void theEarliestReceiptOfACopyGivesTheTime() {
        Fact late = receivedAt(scan(ID, PICKED_UP, "09:00"), "11:00", "09:30");
        Fact early = receivedAt(scan(ID, PICKED_UP, "09:00"), "10:00", "09:05");

        Outcome outcome = parcel(late).on(early);

        assertThat(outcome).isInstanceOf(Retimed.class);
        assertThat(outcome.shipment().standing()).isEqualTo(parcel(early, late).standing());
    }

    @Test
    void aFactFromTheFutureIsRefused() {
        Fact tomorrow = receivedAt(scan(PICKED_UP, "09:00"), "09:00", "09:11");

        Shipment unheardOf = Parcels.unheardOf();

        assertThat(unheardOf.on(tomorrow)).isEqualTo(new Refused(unheardOf, Refusal.IN_THE_FUTURE));
    }

    @Test
    void aPositionIsKeptApart() {
        Outcome outcome = parcel(scan(PICKED_UP, "09:00")).on(scan(POSITION, "10:00"));

        assertThat(outcome).isInstanceOf(Located.class);
        assertThat(outcome.shipment().standing().timeline()).hasSize(1);
    }

    @Test
    void theIdOfAPositionStandsForItsContentLikeAnyOther() {
        Shipment located = parcel(scan(ID, POSITION, "09:00"));
        Shipment delivered = parcel(scan(ID, DELIVERED, "09:00"));

        assertThat(located.on(scan(ID, POSITION, "09:00"))).isEqualTo(new Duplicate(located));
        assertThat(located.on(scan(ID, POSITION, "10:00"))).isEqualTo(new Refused(located, Refusal.CONFLICT));
        assertThat(located.on(scan(ID, DELIVERED, "09:00"))).isEqualTo(new Refused(located, Refusal.CONFLICT));
        assertThat(delivered.on(scan(ID, POSITION, "09:00"))).isEqualTo(new Refused(delivered, Refusal.CONFLICT));
    }

    @Test
    void theEarliestReceiptOfAPositionGivesItsTimeToo() {
        Shipment parcel = parcel(receivedAt(scan(ID, POSITION, "09:00"), "11:00", "09:30"));

        assertThat(parcel.on(receivedAt(scan(ID, POSITION, "09:00"), "10:00", "09:05")))
                .isInstanceOf(Retimed.class);
    }

    @Test
    void positionsTakeNoFactsPlace() {
        Shipment parcel = Parcels.unheardOf();
        for (int i = 0; i <= Parcels.RULES.maxFacts(); i++) {
            parcel = parcel.on(scan(new UUID(1, i), POSITION, "09:00")).shipment();
        }

        assertThat(parcel.on(scan(DELIVERED, "10:00"))).isInstanceOf(Moved.class);
    }

    @Test
    void aPositionThatIsTakenBackWasInNoTimeline() {
        Fact position = scan(POSITION, "09:00");

        assertThat(parcel(position, correction(position, "10:00")).standing().timeline())
                .extracting(Entry::note)
                .containsExactly(Entry.Note.CORRECTED);
    }

    @Test
    void aKindThatOnlyANewerVersionKnowsStandsInTheTimelineAndMovesNothing() {
        Shipment arrived = parcel(scan(ARRIVED, "09:00"));

        Outcome outcome = arrived.on(Parcels.newerScan("INSPECTED", "10:00"));

        assertThat(outcome).isInstanceOf(Noted.class);
        assertThat(outcome.shipment().standing().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(outcome.shipment().standing().timeline())
                .extracting(entry -> entry.fact().kind())
                .containsExactly("ARRIVED", "INSPECTED");
    }

    @Test
    void oneParcelHoldsAThousandFacts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < Parcels.RULES.maxFacts(); i++) {
            facts.add(scan(new UUID(1, i), ARRIVED, "09:00"));
        }
        Shipment full = Shipment.of(Parcels.RULES, facts);

        assertThat(full.on(scan(new UUID(1, 1), ARRIVED, "09:00"))).isInstanceOf(Duplicate.class);
        assertThat(full.on(scan(new UUID(2, 0), DELIVERED, "10:00")))
                .isEqualTo(new Refused(full, Refusal.TOO_MANY_FACTS));
    }

    @Test
    void anOperatorMayGoBeyondAThousandFactsButNotForEver() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < Parcels.RULES.maxFacts(); i++) {
            facts.add(scan(new UUID(1, i), ARRIVED, "09:00"));
        }
        assertThat(Shipment.of(Parcels.RULES, facts).on(scan(new UUID(2, 0), DELIVERED, "10:00"), Authority.OVERRIDE))
                .isInstanceOf(Moved.class);

        for (int i = 0; i < Parcels.RULES.maxFacts(); i++) {
            facts.add(scan(new UUID(3, i), ARRIVED, "09:00"));
        }
        assertThat(Shipment.of(Parcels.RULES, facts).on(scan(new UUID(4, 0), DELIVERED, "10:00"), Authority.OVERRIDE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCorrectionTakesAFactOutOfTheFoldAndOutOfTheTimeline() {
        Fact wrong = scan(DELIVERED, "12:00");
        Shipment corrected = parcel(scan(ARRIVED, "09:00"), wrong, correction(wrong, "13:00"));

        assertThat(corrected.standing().status()).isEqualTo(Status.IN_TRANSIT);
        assertThat(corrected.standing().timeline()).extracting(Entry::note).containsExactly(null, Entry.Note.CORRECTED);
    }

    @Test
    void onlyACorrectionTakesAFactBack() {
        Fact failed = scan(DELIVERY_FAILED, "09:00");
        Fact delivered = scan(DELIVERED, "12:00");
        Fact naming = Parcels.fact(
                delivered.scanId(), DELIVERED, Parcels.at("12:00"), Parcels.at("12:00"), null, failed.scanId());

        assertThat(parcel(failed, naming).standing().timeline()).hasSize(2);
    }

    @Test
    void aCorrectionMayArriveBeforeWhatItCorrects() {
        Fact wrong = scan(DELIVERED, "12:00");
        Fact correction = correction(wrong, "13:00");

        assertThat(parcel(scan(ARRIVED, "09:00"), correction, wrong).standing())
                .isEqualTo(parcel(scan(ARRIVED, "09:00"), wrong, correction).standing());
    }

    @Test
    void correctingACorrectionBringsTheFactBack() {
        Fact delivered = scan(DELIVERED, "12:00");
        Fact correction = correction(delivered, "13:00");

        assertThat(parcel(delivered, correction, correction(correction, "14:00"))
                        .standing()
                        .status())
                .isEqualTo(Status.DELIVERED);
    }

    @Test
    void silenceIsUnusualEarlierForAnExpressParcel() {
        assertThat(parcel(ticket("EXPRESS", "09:00"), scan(PICKED_UP, "10:00"))
                        .standing()
                        .staleAfter())
                .isEqualTo(Parcels.at("10:00").plus(Duration.ofHours(36)));
    }

    @Test
    void silenceIsUnusualUntilTheParcelHasArrived() {
        assertThat(parcel(scan(TICKET_ISSUED, "09:00")).standing().staleAfter())
                .isEqualTo(Parcels.at("09:00").plus(Duration.ofDays(7)));
        assertThat(parcel(scan(DELIVERED, "09:00")).standing().staleAfter()).isNull();
    }
}

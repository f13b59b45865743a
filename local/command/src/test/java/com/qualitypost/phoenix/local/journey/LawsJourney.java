package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LawsJourney {
    private final String number = RunningSystem.newNumber();
    private final Courier courier = new Courier(number);
    private final Customer customer = new Customer(number);

    @Test
    void aDeliveryThatDidNotOccurIsTakenBack() {
        courier.scans(Kind.OUT_FOR_DELIVERY);
        UUID wrong = courier.scans(Kind.DELIVERED);
        customer.eventuallySees(Status.DELIVERED);

        courier.scans(Kind.CORRECTION, "corrects", Map.of("scan_id", wrong.toString(), "error", "did_not_occur"));

        SeenAnswer seen = customer.eventuallySees(Status.OUT_FOR_DELIVERY);
        assertThat(seen.kinds()).containsExactly("OUT_FOR_DELIVERY", "CORRECTION");
    }

    @Test
    void aLostParcelIsFound() {
        courier.scans(Kind.PICKED_UP);
        courier.scans(Kind.LOST);
        customer.eventuallySees(Status.FAILED);

        courier.scans(Kind.ARRIVED);

        SeenAnswer seen = customer.eventuallySees(Status.IN_TRANSIT);
        assertThat(seen.events().getFirst().path("note").asString()).isEqualTo("found");
    }

    @Test
    void aReturnGoesOnUntilTheSenderHasTheParcel() {
        courier.scans(Kind.DELIVERY_FAILED, "reason", "consignee_refused");
        courier.scans(Kind.RETURN_STARTED, "reason", "consignee_refused");
        customer.eventuallySees(Status.RETURNING);
        UUID onTheWay = courier.scans(Kind.ARRIVED);
        assertThat(customer.looksAfter(onTheWay).status()).isEqualTo("RETURNING");

        courier.scans(Kind.RETURNED_TO_SENDER);

        customer.eventuallySees(Status.RETURNED);
    }

    @Test
    void aTicketThatComesLatePromisesADayAndMovesNothing() {
        courier.scans(Kind.ARRIVED);
        customer.eventuallySees(Status.IN_TRANSIT);

        UUID ticket = courier.scans(
                Kind.TICKET_ISSUED, "ticket", Map.of("service", "EXPRESS", "destination", Map.of("city", "Puebla")));

        SeenAnswer seen = customer.looksAfter(ticket);
        assertThat(seen.status()).isEqualTo("IN_TRANSIT");
        assertThat(seen.body()).contains("\"promised\":{\"from\":", "\"service\":\"EXPRESS\"", "Puebla");
    }
}

package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParcelLifeJourney {
    private final String number = RunningSystem.newNumber();
    private final Courier courier = new Courier(number);
    private final Customer customer = new Customer(number);

    @Test
    void customersSeeWhatCouriersScan() {
        assertThat(customer.looks().code()).isEqualTo(404);

        courier.scans(Kind.TICKET_ISSUED);
        customer.eventuallySees(Status.CREATED);
        courier.scans(Kind.PICKED_UP);
        customer.eventuallySees(Status.PICKED_UP);
        courier.scans(Kind.ARRIVED);
        customer.eventuallySees(Status.IN_TRANSIT);
        courier.scans(Kind.HELD, "reason", "weather_closed");
        customer.eventuallySees(Status.ON_HOLD);
        courier.scans(Kind.DEPARTED);
        customer.eventuallySees(Status.IN_TRANSIT);
        courier.scans(Kind.OUT_FOR_DELIVERY);
        customer.eventuallySees(Status.OUT_FOR_DELIVERY);
        courier.scans(Kind.DELIVERY_FAILED, "reason", "consignee_absent");
        customer.eventuallySees(Status.DELIVERY_ATTEMPTED);
        courier.scans(Kind.READY_FOR_PICKUP);
        customer.eventuallySees(Status.AVAILABLE_FOR_PICKUP);
        courier.scans(Kind.DELIVERED, "delivered_to", "counter");

        SeenAnswer end = customer.eventuallySees(Status.DELIVERED);
        assertThat(end.kinds())
                .containsExactly(
                        "TICKET_ISSUED",
                        "PICKED_UP",
                        "ARRIVED",
                        "HELD",
                        "DEPARTED",
                        "OUT_FOR_DELIVERY",
                        "DELIVERY_FAILED",
                        "READY_FOR_PICKUP",
                        "DELIVERED");
        assertThat(end.text()).isEqualTo("Tu paquete fue entregado.");
        assertThat(customer.looksInEnglish().text()).isEqualTo("Your parcel has been delivered.");
    }

    @Test
    void anAnswerThatHasNotChangedIsNotSentAgain() {
        courier.scans(Kind.PICKED_UP);
        SeenAnswer first = customer.eventuallySees(Status.PICKED_UP);

        SeenAnswer again = customer.looksAgain(first);

        assertThat(again.code()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        courier.scans(Kind.ARRIVED);
        customer.eventuallySees(Status.IN_TRANSIT);
        assertThat(customer.looksAgain(first).code()).isEqualTo(200);
    }

    @Test
    void whoAsksForTheAnswerAfterAScanGetsOneThatHasIt() {
        UUID pickedUp = courier.scans(Kind.PICKED_UP);
        assertThat(customer.looksAfter(pickedUp).status()).isEqualTo("PICKED_UP");

        UUID delivered = courier.scans(Kind.DELIVERED);
        assertThat(customer.looksAfter(delivered).status()).isEqualTo("DELIVERED");
    }
}

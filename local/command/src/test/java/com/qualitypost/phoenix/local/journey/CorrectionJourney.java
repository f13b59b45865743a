package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionJourney {
    private final String number = RunningSystem.newNumber();
    private final Courier courier = new Courier(number);
    private final Customer customer = new Customer(number);
    private final SupportDesk desk = new SupportDesk(number);

    @Test
    void anOperatorTakesAWrongDeliveryBackAndTheCustomerSeesTheStatusChange() {
        courier.scans(Kind.PICKED_UP);
        courier.scans(Kind.OUT_FOR_DELIVERY);
        UUID wrong = courier.scans(Kind.DELIVERED);
        customer.eventuallySees(Status.DELIVERED);
        await().untilAsserted(() -> assertThat(desk.looks()).contains("correction?fact=" + wrong));

        String done = desk.takesBack(wrong, "It was another door.", "Ana");

        SeenAnswer seen = customer.eventuallySees(Status.OUT_FOR_DELIVERY);
        assertThat(seen.kinds()).containsExactly("PICKED_UP", "OUT_FOR_DELIVERY", "CORRECTION");
        assertThat(seen.body()).doesNotContain("Ana", "another door");
        await().untilAsserted(() -> assertThat(desk.opens(done))
                .contains("The correction is among the facts.", "Correction by Ana", "It was another door."));
        assertThat(desk.looks()).contains("support-desk", "DELIVERED", "Who looked");
    }
}

package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignWordsTest {
    @Test
    void aReasonMakesTheWordsFiner() {
        assertThat(ForeignWords.of(Status.ON_HOLD, Reason.CUSTOMS_DUTIES_UNPAID).afterShip())
                .isEqualTo("Exception_006");
        assertThat(ForeignWords.of(Status.DELIVERY_ATTEMPTED, Reason.CONSIGNEE_ABSENT)
                        .seventeenTrack())
                .isEqualTo("DeliveryFailure_NoBody");
        assertThat(ForeignWords.of(Status.FAILED, Reason.CARRIER_DAMAGED).afterShip())
                .isEqualTo("Exception_012");
    }

    @ParameterizedTest
    @EnumSource
    void aReasonChangesTheDetailAndNotTheStatus(Reason reason) {
        for (Status status : Status.values()) {
            String statusAlone = ForeignWords.of(status).easyPost().split("/")[0];
            assertThat(ForeignWords.of(status, reason).easyPost()).startsWith(statusAlone + "/");
        }
    }

    @Test
    void onlyADeliveredParcelIsCalledDelivered() {
        for (Status status : Status.values()) {
            boolean delivered = ForeignWords.of(status).seventeenTrack().startsWith("Delivered");
            assertThat(delivered).isEqualTo(status == Status.DELIVERED);
        }
    }
}

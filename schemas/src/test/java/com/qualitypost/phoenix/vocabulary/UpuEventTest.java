package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpuEventTest {
    @ParameterizedTest
    @CsvSource({
        "EMA, PICKED_UP",
        "EMC, IN_TRANSIT",
        "EDB, ON_HOLD",
        "EME, ON_HOLD",
        "EDC, IN_TRANSIT",
        "EDG, OUT_FOR_DELIVERY",
        "EMH, DELIVERY_ATTEMPTED",
        "EDH, AVAILABLE_FOR_PICKUP",
        "EMI, DELIVERED",
        "EDX, FAILED",
        "EXX, CANCELLED",
    })
    void aCodeLeadsToAStatus(String code, Status status) {
        assertThat(UpuEvent.coded(code).flatMap(event -> event.kind().status())).contains(status);
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsOneOfThoseThatSayItsStatus(UpuEvent event) {
        assertThat(UpuEvent.saying(event.kind().status().orElseThrow())).contains(event);
    }

    @Test
    void postHasNoWordsOfItsOwnForATicketAndForReturns() {
        assertThat(UpuEvent.saying(Status.CREATED)).isEmpty();
        assertThat(UpuEvent.saying(Status.RETURNING)).containsExactly(UpuEvent.EMH);
        assertThat(UpuEvent.saying(Status.RETURNED)).containsExactly(UpuEvent.EMI);
    }

    @Test
    void lowerCaseIsForgivenAndAnUnknownCodeIsNotGuessed() {
        assertThat(UpuEvent.coded("emi")).contains(UpuEvent.EMI);
        assertThat(UpuEvent.coded("EMZ")).isEmpty();
        assertThat(UpuEvent.coded("")).isEmpty();
    }
}

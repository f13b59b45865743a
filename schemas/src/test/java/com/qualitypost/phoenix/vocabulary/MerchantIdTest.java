package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"M", "M-7", "tienda.uno_2", "0193a5c2-7a10-7cc3-98c4-dc0c0c073980"})
    void aMerchantIsCalledByLettersAndDigits(String id) {
        assertThat(MerchantId.isWellFormed(id)).isTrue();
        assertThat(MerchantId.mayStandIn(id, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "M-7 ", " M-7", "M 7", "-M", "M.", "test/M-7", "Ñandú", "M\u200B7", "M\n", "M/7"})
    void whatLooksLikeAnotherIsNoMerchant(String id) {
        assertThat(MerchantId.isWellFormed(id)).isFalse();
    }

    @Test
    void theLongestStillFitsItsColumnInTestMode() {
        assertThat(MerchantId.isWellFormed("M".repeat(59))).isTrue();
        assertThat(MerchantId.isWellFormed("M".repeat(60))).isFalse();
        assertThat(MerchantId.inTestMode("M".repeat(59))).hasSize(64);
    }

    @Test
    void onlyTicketsOfTestParcelsNameATestMode() {
        assertThat(MerchantId.mayStandIn("test/M-7", true)).isTrue();
        assertThat(MerchantId.mayStandIn("test/M-7", false)).isFalse();
        assertThat(MerchantId.mayStandIn("M-7", true)).isFalse();
        assertThat(MerchantId.mayStandIn("test/test/M-7", true)).isFalse();
    }
}

package com.qualitypost.phoenix.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsSettingsTest {
    private final OperationsSettings unset = new OperationsSettings(null);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void thePagesAreThereWhereTheServerIsBoundToThisMachine(String address) throws Exception {
        assertThat(unset.areThere(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.7", "::"})
    void elsewhereTheyAreNot(String address) throws Exception {
        assertThat(unset.areThere(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aServerThatIsBoundToEverythingIsElsewhere() {
        assertThat(unset.areThere(null)).isFalse();
    }

    @Test
    void theSettingDecidesWhereItIsSet() throws Exception {
        assertThat(new OperationsSettings(true).areThere(null)).isTrue();
        assertThat(new OperationsSettings(false).areThere(InetAddress.getByName("127.0.0.1")))
                .isFalse();
    }
}

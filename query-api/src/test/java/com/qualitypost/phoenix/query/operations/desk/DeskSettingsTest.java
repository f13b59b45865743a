package com.qualitypost.phoenix.query.operations.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void anAddressAndADayAreTheLeast() {
        assertThat(settings("http://127.0.0.1:8081", DAY, DAY).isPossible()).isTrue();
        assertThat(settings("https://scans.example.mx", DAY, DAY).isPossible()).isTrue();
        assertThat(settings("http://127.0.0.1:8081", DAY.minusMillis(1), DAY).isPossible())
                .isFalse();
        assertThat(settings("http://127.0.0.1:8081", DAY, DAY.minusMillis(1)).isPossible())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "ftp://127.0.0.1", "http:///v1/scans"})
    void anythingElseIsNotAnAddress(String gateway) {
        assertThat(settings(gateway, DAY, DAY).isPossible()).isFalse();
    }

    private static DeskSettings settings(String gateway, Duration notes, Duration looks) {
        return new DeskSettings(URI.create(gateway), notes, looks);
    }
}

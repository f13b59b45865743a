package com.qualitypost.phoenix.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private static final String CONNECTED_TO = "10.0.0.7";

    private final Hosts hosts = new Hosts(Set.of("track.example.mx"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "127.0.0.1:8080",
                "127.0.0.2",
                "[::1]:8080",
                "10.0.0.7:8081",
                "track.example.mx",
                "Track.Example.MX:443"
            })
    void ourOwnNamesAndAddressesMeanUs(String host) {
        assertThat(hosts.areMeantBy(host, CONNECTED_TO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example:8080",
                "127.0.0.1.evil.example",
                "track.example.mx.evil.example",
                "localhost.",
                "10.0.0.8",
                "0.0.0.0:8080",
                "[::]:8080",
                "",
                ":8080"
            })
    void nobodyElsesDo(String host) {
        assertThat(hosts.areMeantBy(host, CONNECTED_TO)).isFalse();
    }

    @Test
    void whatSendsNoHostIsNoBrowser() {
        assertThat(hosts.areMeantBy(null, CONNECTED_TO)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081, 127.0.0.1:8081",
        "http://LOCALHOST:8081, localhost:8081",
        "https://track.example.mx, track.example.mx",
        "https://track.example.mx, 10.0.0.7:8080", // the proxy before us does not pass the name on
        ", localhost:8081" // a program
    })
    void ourOwnPagesMayChangeSomething(@Nullable String origin, String host) {
        assertThat(hosts.areOrigin(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, localhost:8081",
        "http://localhost:3000, localhost:8081", // another program on this machine
        "http://127.0.0.1:8081, localhost:8081",
        "null, localhost:8081", // a page that hides where it is from
        "'', localhost:8081",
        "localhost:8081, localhost:8081",
        "'http://x y', localhost:8081"
    })
    void otherPagesMayNot(String origin, String host) {
        assertThat(hosts.areOrigin(origin, host)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9080, localhost:9080, true",
        "https://ops.example.mx, ops.example.mx, true",
        "http://localhost:3000, localhost:9080, false", // another program on this machine
        "http://ops.example.mx:3000, ops.example.mx, false",
        "null, localhost:9080, false",
        ", localhost:9080, false", // not a browser
        "http://localhost:9080,, false"
    })
    void aPassTravelsToEveryPortSoAPageHasToBeAtThisOne(@Nullable String origin, @Nullable String host, boolean isOwn) {
        assertThat(Hosts.isOwnPage(origin, host)).isEqualTo(isOwn);
    }
}

package com.qualitypost.phoenix.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::ffff, 2001:db8:1:2::/64",
        "::1, 0:0:0:0::/64",
        "unknown, unknown",
        "ñandú, unknown",
    })
    void anAddressCountsForItselfAndOneOfIpv6ForItsNetwork(String address, String source) {
        assertThat(Source.at(address).text()).isEqualTo(source);
    }
}

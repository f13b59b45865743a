package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The source of an attempt where a proxy is trusted: here the test itself, on 127.0.0.1. */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1"
        })
class BehindAProxyTest extends RecipientFixture {
    @Test
    void aSourceIsWhatTheProxySays() {
        for (int i = 0; i < 5; i++) {
            triesFrom("203.0.113.7", "00000").isProblem(403, "not_recognised");
        }

        triesFrom("203.0.113.7", POSTCODE).isProblem(429, "too_many_tries");
        assertThat(triesFrom("198.51.100.9", POSTCODE).status()).isEqualTo(200);
    }

    @Test
    void whatAStrangerSaysBeforeTheProxyDoesIsNotBelieved() {
        for (int i = 0; i < 5; i++) {
            triesFrom("192.0.2." + i + ", 203.0.113.7", "00000").isProblem(403, "not_recognised");
        }

        triesFrom("192.0.2.99, 203.0.113.7", POSTCODE).isProblem(429, "too_many_tries");
    }

    private Seen triesFrom(String sources, String postcode) {
        return triesPostcode(parcel, postcode, "X-Forwarded-For", sources);
    }
}

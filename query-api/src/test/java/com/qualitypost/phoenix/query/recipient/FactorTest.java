package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.recipient.Factor.Link;
import com.qualitypost.phoenix.query.recipient.Factor.Postcode;
import com.qualitypost.phoenix.query.secret.Secret;
import org.junit.jupiter.api.Test;

class FactorTest {
    @Test
    void aPersonMayEnterAPostcodeInAnyWay() {
        assertThat(Factor.entered(" sw1a-1aa ")).contains(new Postcode("SW1A1AA"));
        assertThat(Factor.entered("\u00a006\u202f700\ufeff")).contains(new Postcode("06700"));
        assertThat(Factor.entered("０６７００")).contains(new Postcode("06700"));
    }

    @Test
    void aPersonMayEnterALinkWithAndWithoutItsAddress() {
        String link = Secret.random();

        assertThat(Factor.entered(link + "\n")).contains(new Link(link));
        assertThat(Factor.entered("https://example.com/t/PQ473124829MX#link=" + link))
                .contains(new Link(link));
    }

    @Test
    void whereNothingIsEnteredThereIsNothingToTry() {
        assertThat(Factor.entered(" - ")).isEmpty();
    }
}

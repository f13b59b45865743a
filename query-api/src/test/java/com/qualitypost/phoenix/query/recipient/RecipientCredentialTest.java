package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.recipient.RecipientCredential.Link;
import com.qualitypost.phoenix.query.recipient.RecipientCredential.Postcode;
import com.qualitypost.phoenix.vocabulary.Secret;
import org.junit.jupiter.api.Test;

class RecipientCredentialTest {
    @Test
    void aPersonMayEnterAPostcodeInAnyWay() {
        assertThat(RecipientCredential.entered(" sw1a-1aa ")).contains(new Postcode("SW1A1AA"));
        assertThat(RecipientCredential.entered("\u00a006\u202f700\ufeff")).contains(new Postcode("06700"));
        assertThat(RecipientCredential.entered("０６７００")).contains(new Postcode("06700"));
    }

    @Test
    void aPersonMayEnterALinkWithAndWithoutItsAddress() {
        String link = Secret.random();

        assertThat(RecipientCredential.entered(link + "\n")).contains(new Link(link));
        assertThat(RecipientCredential.entered("https://example.com/t/PQ473124829MX#link=" + link))
                .contains(new Link(link));
    }

    @Test
    void whereNothingIsEnteredThereIsNothingToTry() {
        assertThat(RecipientCredential.entered(" - ")).isEmpty();
    }
}

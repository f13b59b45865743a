package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"01937c5e-2d10-7a6b-8c56-0242ac120002", "01937C5E-2D10-7A6B-8C56-0242AC120002"})
    void aUuidIsReadInItsCanonicalForm(String text) {
        assertThat(ScanId.read(text)).contains(UUID.fromString("01937c5e-2d10-7a6b-8c56-0242ac120002"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01937c5e2d107a6b8c560242ac120002",
                "AZN8Xi0Qemuc1gJCrBIAAg==",
                "{01937c5e-2d10-7a6b-8c56-0242ac120002}",
                "urn:uuid:01937c5e-2d10-7a6b-8c56-0242ac120002",
                "01937c5e-2d10-7a6b-8c56-0242ac12000",
                "01937c5e-2d10-7a6b-8c560-242ac120002",
                "01937c5e-2d10-7a6b-8c56-0242ac12000g",
                "01937c5e-2d10-7a6b-8c56-0242ac12000２",
                "+1937c5e-2d10-7a6b-8c56-0242ac120002",
                " 01937c5e-2d10-7a6b-8c56-0242ac120002"
            })
    void anythingElseIsNone(String text) {
        assertThat(ScanId.read(text)).isEmpty();
    }

    /** The example of RFC 9562, appendix A.4. */
    @Test
    void anIdOfANameIsThatOfTheStandard() {
        assertThat(ScanId.v5(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }
}

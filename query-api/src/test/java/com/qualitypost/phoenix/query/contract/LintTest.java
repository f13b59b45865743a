package com.qualitypost.phoenix.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.JavaScript;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API's description under Spectral's rules for OpenAPI and OWASP's for APIs. */
class LintTest {
    @Test
    void spectralFindsNoFault() {
        var spectral = new JavaScript("openapi");
        spectral.assumeInstalled("@stoplight/spectral-cli", "@stoplight/spectral-owasp-ruleset");

        JavaScript.Ended ended = spectral.run(
                Map.of(),
                "node_modules/.bin/spectral",
                "lint",
                "--fail-severity=warn",
                "../../src/main/resources/openapi.yaml");

        assertThat(ended.status()).as(ended.output()).isZero();
    }
}

package com.qualitypost.phoenix.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.JavaScript;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API's description under Spectral's rules for OpenAPI and OWASP's for APIs. */
@Needs(Need.NODE)
class LintTest {
    @Test
    void spectralFindsNoFault() {
        JavaScript.Ended ended = JavaScript.install("openapi")
                .run(
                        Map.of(),
                        "node_modules/.bin/spectral",
                        "lint",
                        "--fail-severity=warn",
                        "../../src/main/resources/openapi.yaml");

        assertThat(ended.status()).as(ended.all()).isZero();
    }
}

package com.qualitypost.phoenix.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.JavaScript;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The English of the whole repository under the rules in {@code src/test/prose/prh.yml}. */
@Needs(Need.NODE)
class ProseTest {
    @Test
    void textlintFindsNoFault() {
        JavaScript.Ended ended = JavaScript.install("prose").run(Map.of(), "node", "lint.mjs");

        assertThat(ended.status()).as(ended.all()).isZero();
    }
}

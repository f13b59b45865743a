package com.qualitypost.phoenix.ingest.merchant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a key is for; the beginning of a key shows it to people. */
enum Mode {
    @JsonProperty("live")
    LIVE("live", "sk_live_"),
    @JsonProperty("test")
    TEST("test", "pk_test_");

    final String word;
    final String prefix;

    Mode(String word, String prefix) {
        this.word = word;
        this.prefix = prefix;
    }
}

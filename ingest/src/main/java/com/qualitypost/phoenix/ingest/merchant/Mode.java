package com.qualitypost.phoenix.ingest.merchant;

import com.qualitypost.phoenix.web.json.LowerCase;

/** What a key is for; the beginning of a key shows it to people. */
enum Mode implements LowerCase {
    LIVE("sk_live_"),
    TEST("pk_test_");

    final String prefix;

    Mode(String prefix) {
        this.prefix = prefix;
    }
}

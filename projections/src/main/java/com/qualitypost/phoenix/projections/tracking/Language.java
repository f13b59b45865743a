package com.qualitypost.phoenix.projections.tracking;

import java.util.Locale;

/** A language in which answers are kept. */
enum Language {
    ES,
    EN;

    Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}

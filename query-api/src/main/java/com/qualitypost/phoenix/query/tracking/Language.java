package com.qualitypost.phoenix.query.tracking;

import java.util.List;
import java.util.Locale;

/** The languages in which answers are stored; Spanish is what customers get who do not say. */
enum Language {
    ES("es"),
    EN("en");

    final String tag;
    final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.of(tag);
    }

    static Language of(Locale wanted) {
        return wanted.getLanguage().equals(EN.tag) ? EN : ES;
    }

    <T> T choose(T spanish, T english) {
        return switch (this) {
            case ES -> spanish;
            case EN -> english;
        };
    }

    static List<Locale> locales() {
        return List.of(ES.locale, EN.locale);
    }
}

package com.qualitypost.phoenix.query.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages in which answers are stored; the default is Spanish. */
public enum Language {
    ES("es"),
    EN("en");

    public final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Reads {@code Accept-Language} (RFC 9110) and returns the best of ours; {@code q=0} excludes a language. */
    public static Language accepted(@Nullable String header) {
        return EN.tag.equals(Locale.lookupTag(wanted(header), List.of(ES.tag, EN.tag))) ? EN : ES;
    }

    private static List<LanguageRange> wanted(@Nullable String header) {
        try {
            return header == null ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of(); // A header that cannot be read is ignored.
        }
    }
}

package com.qualitypost.phoenix.query.database;

import java.util.Locale;

/** Which of the two nodes. */
public enum Role {
    READER,
    WRITER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As it stands in headers, settings and logs. */
    @Override
    public String toString() {
        return word;
    }
}

package com.qualitypost.phoenix.query.database;

import java.util.Locale;

/** The two roles of a node. */
public enum Role {
    READER,
    WRITER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name used in headers, settings and logs. */
    @Override
    public String toString() {
        return word;
    }
}

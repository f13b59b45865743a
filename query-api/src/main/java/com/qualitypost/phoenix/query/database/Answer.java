package com.qualitypost.phoenix.query.database;

/**
 * What was found, and where.
 *
 * @param isKept it was found a while ago, and kept
 */
public record Answer<T extends Dated>(Role servedBy, T found, boolean isKept) {
    Answer(Role servedBy, T found) {
        this(servedBy, found, false);
    }
}

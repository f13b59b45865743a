package com.qualitypost.phoenix.query.database;

/**
 * What was found, and where.
 *
 * @param isKept it was found a while ago, and kept
 */
public record NodeAnswer<T extends HasFreshness>(Role servedBy, T found, boolean isKept) {
    NodeAnswer(Role servedBy, T found) {
        this(servedBy, found, false);
    }
}

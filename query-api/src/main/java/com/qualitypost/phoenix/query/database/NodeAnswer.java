package com.qualitypost.phoenix.query.database;

/**
 * What was found, and on which node.
 *
 * @param isKept whether it was found earlier and comes from the cache
 */
public record NodeAnswer<T extends HasFreshness>(Role servedBy, T found, boolean isKept) {
    NodeAnswer(Role servedBy, T found) {
        this(servedBy, found, false);
    }
}

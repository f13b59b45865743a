package com.qualitypost.phoenix.query.database;

/** Any answer of a node; it always says how fresh it is. */
public interface HasFreshness {
    Freshness freshness();
}

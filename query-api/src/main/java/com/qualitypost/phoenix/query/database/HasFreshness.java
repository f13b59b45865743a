package com.qualitypost.phoenix.query.database;

/** What a node answers always says how fresh it is. */
public interface HasFreshness {
    Freshness freshness();
}

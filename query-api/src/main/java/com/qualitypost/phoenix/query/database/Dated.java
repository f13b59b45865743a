package com.qualitypost.phoenix.query.database;

/** What a node answers always says how fresh it is. */
public interface Dated {
    Freshness freshness();
}

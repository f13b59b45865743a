package com.qualitypost.phoenix.query.database;

/** What was found, and where. */
public record Answer<T extends Dated>(Role servedBy, T found) {}

package com.qualitypost.phoenix.query.answer;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import org.jspecify.annotations.Nullable;

/**
 * What one statement found on one node, all at the same moment.
 *
 * @param answer null if the node has no such number
 * @param scan the version that came with the requested scan; null if none was requested, or it is not there (yet)
 * @param refusedBecause why that scan is in the quarantine; null if it is not
 */
public record LookupRow(
        Freshness freshness,
        @Nullable StoredAnswer answer,
        @Nullable Version scan,
        @Nullable String refusedBecause) implements HasFreshness {}

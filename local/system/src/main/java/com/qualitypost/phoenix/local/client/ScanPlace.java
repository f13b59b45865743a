package com.qualitypost.phoenix.local.client;

import org.jspecify.annotations.Nullable;

/** A place, at most as precise as a postcode. */
public record ScanPlace(
        @Nullable String code,
        @Nullable String name,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {}

package com.qualitypost.phoenix.local.client;

import org.jspecify.annotations.Nullable;

/** Where, at most as fine as a postcode. */
public record ScanPlace(
        @Nullable String code,
        @Nullable String name,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {}

package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.Nullable;

/** Where something happened, at most as fine as a postcode. */
public record Place(
        @Nullable String code,
        @Nullable String name,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {}

package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.Nullable;

/** To whom a parcel was handed over. */
public record Delivery(
        @Nullable String to,
        @Nullable Boolean cashCollected,
        @Nullable String proofSha256) {}

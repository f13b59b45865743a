package com.qualitypost.phoenix.ingest.shipment;

import org.jspecify.annotations.Nullable;

/** Who reported a fact, with the reporter's own number and code for it. */
public record Reporter(
        String source,
        @Nullable String sourceCode,
        @Nullable String deviceId,
        @Nullable Long deviceSeq,
        @Nullable String bootId,
        @Nullable Long uptimeMs) {}

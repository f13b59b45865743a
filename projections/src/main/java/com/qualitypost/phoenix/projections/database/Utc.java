package com.qualitypost.phoenix.projections.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Keeps the driver from converting times: columns hold UTC without a zone. */
public final class Utc {
    private Utc() {}

    public static @Nullable LocalDateTime column(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    public static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}

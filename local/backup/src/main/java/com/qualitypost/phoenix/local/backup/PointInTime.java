package com.qualitypost.phoenix.local.backup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The time to restore to; the largest one means the newest state available. */
public record PointInTime(Instant time) {
    public static final PointInTime LATEST = new PointInTime(Instant.MAX);

    @Override
    public String toString() {
        return equals(LATEST) ? "the latest" : time.toString();
    }

    /** Reads RFC 3339, or {@code latest}. */
    public static final class Reader implements ITypeConverter<PointInTime> {
        @Override
        public PointInTime convert(String value) {
            if (value.equals("latest")) {
                return LATEST;
            }
            Instant time;
            try {
                time = OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException _) {
                throw new TypeConversionException(
                        "'%s' is not a valid time. Write it with its offset, as in 2026-11-22T18:30:00Z, or write latest."
                                .formatted(value));
            }
            if (time.isAfter(Instant.now())) {
                throw new TypeConversionException(
                        "%s is in the future; it is %s now. Choose an earlier time, or latest."
                                .formatted(value, Instant.now()));
            }
            return new PointInTime(time);
        }
    }
}

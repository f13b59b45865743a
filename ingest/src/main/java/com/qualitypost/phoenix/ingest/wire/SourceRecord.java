package com.qualitypost.phoenix.ingest.wire;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** Where a record was on Kafka, which names its quarantine entry, such as {@code scans-3-1234}. */
public record SourceRecord(String topic, int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,128})-(\\d{1,9})-(\\d{1,18})");

    /** Empty if the text is not such a name. */
    public static Optional<SourceRecord> named(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new SourceRecord(
                        parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}

package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.AvroReader.UnreadableException;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.ingest.wire.ScanLimits;
import com.qualitypost.phoenix.schemas.Scan;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record on {@code scans} before the rules see it. Takes bytes, because what cannot be decoded must not stop
 * the others.
 */
final class ScanCheck implements AutoCloseable {
    /** What came of it. */
    sealed interface Result {}

    /** A scan that the rules can judge. */
    record Sound(Scan scan) implements Result {}

    /** A record that they cannot; with its scan, if it could be read. */
    record Unsound(@Nullable Scan scan, Judgement.Refused refused) implements Result {
        private Unsound(@Nullable Scan scan, String reason, String advice) {
            this(scan, new Judgement.Refused(reason, advice));
        }
    }

    private final AvroReader<Scan> reader;

    ScanCheck(AvroReader<Scan> reader) {
        this.reader = reader;
    }

    Result check(String topic, Record<byte[], byte[]> record) {
        long bytes = Excerpt.bytes(record.key(), record.value(), record.headers());
        if (bytes > Excerpt.MOST_BYTES) {
            return new Unsound(
                    null,
                    "too_large",
                    "This record has %,d bytes, the limit is %,d. Only its beginning is kept here: report the scan again with fewer details."
                            .formatted(bytes, Excerpt.MOST_BYTES));
        }
        try {
            return check(record.key(), reader.read(topic, record.value()));
        } catch (UnreadableException e) {
            return new Unsound(null, "unreadable", "These bytes are " + e.getMessage() + ".");
        }
    }

    private static Result check(byte @Nullable [] key, Scan scan) {
        // A parcel's facts are in the partition of its number: under another key it would become a second parcel.
        if (key == null || !scan.getTrackingNumber().equals(new String(key, StandardCharsets.UTF_8))) {
            return new Unsound(
                    scan,
                    "key_mismatch",
                    "The record's key is not the scan's tracking number. Send it under the right key.");
        }
        return ScanLimits.violation(scan)
                .<Result>map(violation ->
                        new Unsound(scan, "invalid", violation + ". Send a corrected scan with an id of its own."))
                .orElseGet(() -> new Sound(scan));
    }

    @Override
    public void close() {
        reader.close();
    }
}

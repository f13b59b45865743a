package com.qualitypost.phoenix.ingest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record that was sent again from the quarantine. Who decided it is only in the table
 * {@code quarantine_replay}: no person's name may be on a topic.
 */
public final class ReplayHeaders {
    private static final String OF = "phoenix_replay_of";
    private static final String REPLAY = "phoenix_replay";
    private static final String DECISION = "phoenix_decision";
    private static final String OVERRIDE = "override";

    private ReplayHeaders() {}

    /** Marks a record as sent again. */
    public static void mark(Headers headers, SourceRecord of, UUID replay, boolean override) {
        headers.add(OF, of.toString().getBytes(UTF_8));
        headers.add(REPLAY, replay.toString().getBytes(UTF_8));
        if (override) {
            headers.add(DECISION, OVERRIDE.getBytes(UTF_8));
        }
    }

    /** The record's original position; empty if it was not replayed. */
    public static Optional<SourceRecord> of(Headers headers) {
        return Optional.ofNullable(text(headers.lastHeader(OF))).flatMap(SourceRecord::named);
    }

    /** Whether an operator overrides a refusal by the rules. */
    public static boolean overrides(Headers headers) {
        return OVERRIDE.equals(text(headers.lastHeader(DECISION)));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}

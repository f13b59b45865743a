package com.qualitypost.phoenix.ingest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say that was sent again out of the quarantine. Who decided it stands in the table
 * {@code quarantine_replay} only: no person's name stands on a topic.
 */
public final class ReplayHeaders {

    private static final String OF = "phoenix_replay_of";
    private static final String REPLAY = "phoenix_replay";
    private static final String DECISION = "phoenix_decision";
    private static final String OVERRIDE = "override";

    private ReplayHeaders() {}

    /** Marks a record as one that is sent again. */
    public static void mark(Headers headers, SourceRecord of, UUID replay, boolean override) {
        headers.add(OF, of.toString().getBytes(UTF_8));
        headers.add(REPLAY, replay.toString().getBytes(UTF_8));
        if (override) {
            headers.add(DECISION, OVERRIDE.getBytes(UTF_8));
        }
    }

    /** Where the record stood first; empty where it was not replayed. */
    public static Optional<SourceRecord> of(Headers headers) {
        return Optional.ofNullable(text(headers.lastHeader(OF))).flatMap(SourceRecord::named);
    }

    /** Whether an operator overrides the rules' refusal. */
    public static boolean overrides(Headers headers) {
        return OVERRIDE.equals(text(headers.lastHeader(DECISION)));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}

package com.qualitypost.phoenix.ingest.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Marks where a page ends and the next one begins; opaque to callers. */
record EntryCursor(Instant refusedAt, SourceRecord id) {
    static @Nullable EntryCursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("/", 2);
            return new EntryCursor(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    SourceRecord.named(parts[1]).orElseThrow());
        } catch (RuntimeException e) {
            throw ProblemException.invalidRequest(
                    "after is not a valid cursor: send the value of next unchanged, or leave it out.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((refusedAt.toEpochMilli() + "/" + id).getBytes(UTF_8));
    }
}

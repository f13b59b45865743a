package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.qualitypost.phoenix.ingest.wire.AvroMaps;
import com.qualitypost.phoenix.schemas.Scan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a quarantined record. Bytes are shown as text if they are text, otherwise in base64; the value
 * always in base64.
 *
 * @param scan what the value says, if it can be read
 * @param replays newest first, at most a hundred
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryDetails(
        @JsonUnwrapped QuarantineEntry entry,
        @Nullable Bytes key,
        List<HeaderLine> headers,
        @Nullable String value,
        @Nullable Map<String, Object> scan,
        List<QuarantineEntry.Replay> replays) {
    static EntryDetails of(
            QuarantineEntry entry,
            QuarantinedRecord record,
            Optional<Scan> scan,
            List<QuarantineEntry.Replay> replays) {
        return new EntryDetails(
                entry,
                Bytes.of(record.key()),
                record.headers().stream()
                        .map(header -> new HeaderLine(header.key(), Bytes.of(header.value())))
                        .toList(),
                record.value() == null ? null : Base64.getEncoder().encodeToString(record.value()),
                scan.map(AvroMaps::of).orElse(null),
                replays);
    }

    /** A header of the record. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeaderLine(String key, @JsonUnwrapped @Nullable Bytes value) {}

    /** Bytes in a form that people can read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bytes(@Nullable String text, @Nullable String base64) {
        static @Nullable Bytes of(byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            try {
                return new Bytes(
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString(),
                        null);
            } catch (CharacterCodingException e) {
                return new Bytes(null, Base64.getEncoder().encodeToString(bytes));
            }
        }
    }
}

package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.schemas.RecordHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What is kept of a record: all of it, or only its beginning if it is larger than any of ours. */
public final class Excerpt {
    /** Far larger than any scan: the gateway accepts 64 KB of JSON. */
    public static final int MOST_BYTES = 128 << 10;

    private static final int KEPT_BYTES = 64 << 10;

    private Excerpt() {}

    /** The size of a record's key, value and headers. */
    public static long bytes(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long bytes = length(key) + length(value);
        for (Header header : headers) {
            bytes += header.key().length() + length(header.value());
        }
        return bytes;
    }

    public static @Nullable ByteBuffer of(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, bytes.length > MOST_BYTES ? KEPT_BYTES : bytes.length);
    }

    /** In their order, as many as fit. */
    public static List<RecordHeader> headers(Headers headers) {
        List<RecordHeader> kept = new ArrayList<>();
        long bytes = 0;
        for (Header header : headers) {
            bytes += header.key().length() + length(header.value());
            if (bytes > MOST_BYTES) {
                break;
            }
            byte[] value = header.value();
            kept.add(new RecordHeader(header.key(), value == null ? null : ByteBuffer.wrap(value)));
        }
        return kept;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}

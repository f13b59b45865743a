package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.stream.record.ContentId;
import com.qualitypost.phoenix.schemas.Scan;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Remembers which scans of each parcel were refused recently. Kept separate from the parcels' facts, so that a refusal
 * writes a few bytes however many facts the parcel has.
 */
final class RefusalStore {
    static final String STORE = "refusals";

    private static final int ID_BYTES = 16;
    private static final int REMEMBERED = 16;

    private final KeyValueStore<String, byte[]> refused;

    RefusalStore(KeyValueStore<String, byte[]> refused) {
        this.refused = refused;
    }

    /** Remembers a refusal; returns whether a scan with the same content was refused before. */
    boolean repeats(Scan scan) {
        UUID id = ContentId.of(scan);
        byte[] known = refused.get(scan.getTrackingNumber());
        ByteBuffer ids = ByteBuffer.wrap(known == null ? new byte[0] : known);
        while (ids.hasRemaining()) {
            if (new UUID(ids.getLong(), ids.getLong()).equals(id)) {
                return true;
            }
        }
        byte[] last = Arrays.copyOfRange(
                ids.array(), Math.max(0, ids.capacity() - (REMEMBERED - 1) * ID_BYTES), ids.capacity());
        refused.put(
                scan.getTrackingNumber(),
                ByteBuffer.allocate(last.length + ID_BYTES)
                        .put(last)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
        return false;
    }
}

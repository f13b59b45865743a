package com.qualitypost.phoenix.ingest.stream.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.ingest.wire.AvroMaps;
import com.qualitypost.phoenix.schemas.Scan;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * Makes a new id for a scan whose own id belongs to different content: a UUIDv5 of that id and of what the scan says.
 */
public final class ContentId {

    /** Fields that the gateway adds, and that are not content. */
    private static final List<String> NOT_SAID =
            List.of("scan_id", "corrected_at", "received_at", "time_quality", "attributes");

    private ContentId() {}

    public static UUID of(Scan scan) {
        var content = AvroMaps.of(scan);
        content.keySet().removeAll(NOT_SAID);
        return v5(scan.getScanId(), content.toString());
    }

    /** The same scan with its new id. */
    public static Scan given(Scan scan) {
        return Scan.newBuilder(scan).setScanId(of(scan)).build();
    }

    private static UUID v5(UUID namespace, String name) {
        ByteBuffer hash;
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
        return new UUID(
                hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}

package com.qualitypost.phoenix.local.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes scan ids by RFC 9562: version 7, as devices do, and version 5, which follows from a row's content. */
public final class Ids {
    private Ids() {}

    public static UUID v7(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, variant(random.nextLong()));
    }

    public static UUID v5(UUID namespace, String name) {
        byte[] hash;
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong() & ~0xF000L | 0x5000L, variant(bytes.getLong()));
    }

    private static long variant(long low) {
        return low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    }
}

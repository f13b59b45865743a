package com.qualitypost.phoenix.local.client;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes scan ids by RFC 9562: version 7, as devices do, and version 5, which follows from a row's content. */
public final class Ids {
    private Ids() {}

    public static UUID v7(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}

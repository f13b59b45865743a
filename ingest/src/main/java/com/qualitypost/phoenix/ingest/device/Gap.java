package com.qualitypost.phoenix.ingest.device;

import java.time.Instant;

/** Numbers in a row that never came, both ends included. */
public record Gap(long from, long to, Instant noticedAt) {

    /**
     * A wider one is no loss: nobody scans so often unheard, the device began to count elsewhere. It is kept, since what
     * comes from within cuts it into gaps, but it is neither listed nor counted.
     */
    public static final long WIDEST = 100_000;

    public long size() {
        return to - from + 1;
    }
}

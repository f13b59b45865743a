package com.qualitypost.phoenix.ingest.device;

import java.time.Instant;

/** Numbers in a row that never came, both ends included. */
public record Gap(long from, long to, Instant noticedAt) {
    public long size() {
        return to - from + 1;
    }
}

package com.qualitypost.phoenix.ingest.device;

import java.time.Instant;

/** Consecutive numbers that never arrived, both ends included. */
public record Gap(long from, long to, Instant noticedAt) {
    public long size() {
        return to - from + 1;
    }
}

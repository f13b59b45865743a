package com.qualitypost.phoenix.local.stack.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Measures how much memory a process holds. */
final class Memory {
    private static final long KILOBYTES = 1_000;

    private Memory() {}

    /** Asks {@code ps}, which every Unix has; empty if it says nothing. */
    static OptionalLong residentMegabytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kilobytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kilobytes) / KILOBYTES);
        } catch (IOException _) {
            return OptionalLong.empty(); // A minimal container has no ps.
        }
    }
}

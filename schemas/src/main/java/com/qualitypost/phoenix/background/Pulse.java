package com.qualitypost.phoenix.background;

import java.time.Duration;

/** When something last moved, by a clock that nobody can set. */
public final class Pulse {
    private volatile long at = System.nanoTime();

    public void beat() {
        at = System.nanoTime();
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - at);
    }

    public boolean isOlderThan(Duration time) {
        return age().compareTo(time) > 0;
    }
}

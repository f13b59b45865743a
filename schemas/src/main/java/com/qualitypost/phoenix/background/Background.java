package com.qualitypost.phoenix.background;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does its work until it is stopped. After an error the work starts again after a pause, and callers can
 * ask for the reason. No error ends it silently.
 */
public final class Background {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final Work work;
    private final Thread.Builder threads;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable String failure;
    private volatile long began;
    private volatile @Nullable Thread thread;

    private Background(String name, Work work, Thread.Builder threads) {
        this.name = name;
        this.work = work;
        this.threads = threads;
    }

    /** The work, which runs until it is stopped; if it returns earlier there is nothing more to do. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /** For work that mostly waits. */
    public static Background virtual(String name, Work work) {
        return new Background(name, work, Thread.ofVirtual());
    }

    /** For work that would pin a carrier thread, or keep it from others. */
    public static Background platform(String name, Work work) {
        return new Background(name, work, Thread.ofPlatform());
    }

    public String name() {
        return name;
    }

    public void start() {
        stopping = new CountDownLatch(1);
        thread = threads.name(name).start(this::run);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!hasEnded() && !isStopped(pause)) {
            pause = hasWorkedForAWhile() ? FIRST_PAUSE : doubled(pause);
        }
    }

    private boolean hasEnded() {
        began = System.nanoTime();
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            if (stopping.getCount() == 0) {
                return true;
            }
            failure = "%s failed at %s and starts again: %s".formatted(name, Instant.now(), e);
            log.error("{} failed and starts again.", name, e);
            return false;
        }
    }

    private boolean isStopped(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return stopping.getCount() == 0; // Otherwise a library has left its interruption behind.
        }
    }

    private boolean hasWorkedForAWhile() {
        return System.nanoTime() - began > LONGEST_PAUSE.toNanos();
    }

    private static Duration doubled(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Interrupts it and does not wait. */
    public void interrupt() {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Waits up to ten seconds until it has ended by itself, which its work has been asked to do. */
    public void join() {
        stopping.countDown();
        Thread running = thread;
        try {
            if (running != null) {
                running.join(STOP_WITHIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    /** Why it does not work; null if it works, and has for a while since its last failure. */
    public @Nullable String trouble() {
        String last = failure;
        if (last != null && isRunning() && hasWorkedForAWhile()) {
            failure = null;
            return null;
        }
        return last;
    }
}

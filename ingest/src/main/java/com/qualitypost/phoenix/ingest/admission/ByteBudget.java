package com.qualitypost.phoenix.ingest.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Bytes that all requests hold together, of which each source has a share at most. */
final class ByteBudget {

    private final int most;
    private final int share;
    private final Map<String, Integer> held = new HashMap<>();
    private int allHeld;

    ByteBudget(int most, int share) {
        this.most = most;
        this.share = share;
    }

    Booking of(String source) {
        return new Booking(source);
    }

    private boolean hasRoom(String source, int bytes) {
        return allHeld + bytes <= most && held.getOrDefault(source, 0) + bytes <= share;
    }

    /** What one request holds, until it is closed. */
    final class Booking implements AutoCloseable {

        private final String source;
        private int booked;

        private Booking(String source) {
            this.source = source;
        }

        /** Returns whether there was room for so many more, at once or within this time. */
        boolean add(int bytes, long patienceMs) throws InterruptedException {
            synchronized (ByteBudget.this) {
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
                while (!hasRoom(source, bytes)) {
                    long leftNanos = deadline - System.nanoTime();
                    if (leftNanos <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(ByteBudget.this, leftNanos);
                }
                allHeld += bytes;
                booked += bytes;
                held.merge(source, bytes, Integer::sum);
                return true;
            }
        }

        @Override
        public void close() {
            synchronized (ByteBudget.this) {
                allHeld -= booked;
                held.computeIfPresent(source, (_, bytes) -> bytes == booked ? null : bytes - booked);
                booked = 0;
                ByteBudget.this.notifyAll();
            }
        }
    }
}

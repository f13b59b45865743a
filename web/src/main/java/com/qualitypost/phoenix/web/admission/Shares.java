package com.qualitypost.phoenix.web.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Bytes or places that all requests share, with a limit for each source. */
public final class Shares {
    private final int most;
    private final int share;
    private final Map<Source, Integer> held = new HashMap<>();
    private int allHeld;

    public Shares(int most, int share) {
        this.most = most;
        this.share = share;
    }

    /** Starts a booking that holds nothing yet. */
    public Booking of(Source source) {
        return new Booking(source);
    }

    /** What is held in total. */
    public synchronized int held() {
        return allHeld;
    }

    private boolean hasRoom(Source source, int more) {
        return allHeld + more <= most && held.getOrDefault(source, 0) + more <= share;
    }

    /** What one request holds until it is closed. */
    public final class Booking implements AutoCloseable {
        private final Source source;
        private int booked;

        private Booking(Source source) {
            this.source = source;
        }

        /** Adds to the booking if there is room for that much, now or within this time; returns whether there was. */
        public boolean add(int more, long patienceMs) throws InterruptedException {
            synchronized (Shares.this) {
                long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
                while (!hasRoom(source, more)) {
                    long leftNanos = deadline - System.nanoTime();
                    if (leftNanos <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(Shares.this, leftNanos);
                }
                book(more);
                return true;
            }
        }

        /** Adds to the booking if there is room for that much now; returns whether there was. */
        public boolean tryAdd(int more) {
            synchronized (Shares.this) {
                boolean room = hasRoom(source, more);
                if (room) {
                    book(more);
                }
                return room;
            }
        }

        private void book(int more) {
            allHeld += more;
            booked += more;
            held.merge(source, more, Integer::sum);
        }

        @Override
        public void close() {
            synchronized (Shares.this) {
                allHeld -= booked;
                held.computeIfPresent(source, (_, all) -> all == booked ? null : all - booked);
                booked = 0;
                Shares.this.notifyAll();
            }
        }
    }
}

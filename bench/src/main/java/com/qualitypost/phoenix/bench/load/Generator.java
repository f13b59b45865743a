package com.qualitypost.phoenix.bench.load;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Makes load with a thread per connection. */
public final class Generator {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final long CLOSED = 0;

    private final URI address;
    private final Task task;
    private final Duration time;
    private final long nanosBetween;
    private final AtomicLong turns = new AtomicLong();
    private final List<Worker> workers = new ArrayList<>();

    private Generator(URI address, Task task, Duration time, long nanosBetween) {
        this.address = address;
        this.task = task;
        this.time = time;
        this.nanosBetween = nanosBetween;
    }

    /** Each connection sends its next request as soon as it has its answer: for ceilings, not for latencies. */
    public static Load closed(URI address, int connections, Duration time, Task task) {
        return new Generator(address, task, time, CLOSED).run(connections);
    }

    /**
     * Requests begin at fixed times, whatever the system does. A request that begins late because all connections wait
     * has taken that long, too.
     */
    public static Load open(URI address, int connections, double perSecond, Duration time, Task task) {
        return new Generator(address, task, time, (long) (1e9 / perSecond)).run(connections);
    }

    private Load run(int connections) {
        long began = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Worker worker = new Worker(began);
            workers.add(worker);
            worker.start();
        }
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        long operations = 0;
        long failures = 0;
        for (Worker worker : workers) {
            worker.await();
            micros.add(worker.micros);
            operations += worker.operations;
            failures += worker.failures;
        }
        return new Load(operations, failures, (System.nanoTime() - began) / 1e9, micros);
    }

    private final class Worker extends Thread {
        private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        private final long began;
        private long operations;
        private long failures;
        private @Nullable RuntimeException trouble;

        Worker(long began) {
            super("load");
            this.began = began;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (HttpConnection connection = new HttpConnection(address)) {
                int done = 0;
                while (done != Task.DONE && System.nanoTime() - began < time.toNanos()) {
                    done = once(connection, turns.getAndIncrement());
                }
            } catch (RuntimeException e) {
                trouble = e;
            }
        }

        private int once(HttpConnection connection, long turn) {
            long start = nanosBetween == CLOSED ? System.nanoTime() : began + turn * nanosBetween;
            if (start - began >= time.toNanos()) {
                return Task.DONE;
            }
            for (long left = start - System.nanoTime(); left > 0; left = start - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int done = attempt(connection, turn);
            if (done > 0) {
                operations += done;
                micros.recordValue(Math.clamp((System.nanoTime() - start) / 1_000, 0, LONGEST_MICROS));
            } else if (done == 0) {
                failures++;
            }
            return done;
        }

        private int attempt(HttpConnection connection, long turn) {
            try {
                return task.run(connection, turn);
            } catch (IOException _) {
                return 0;
            }
        }

        void await() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerException("Interrupted while making load", e);
            }
            if (trouble != null) {
                throw trouble;
            }
        }
    }
}

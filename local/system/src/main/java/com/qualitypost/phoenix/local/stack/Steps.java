package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs steps in parallel; each one reports when it is done and how long that took since the first began. */
final class Steps implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> started = new ArrayList<>();
    private final Screen screen;
    private final Set<Component> missing;
    private final long began = System.nanoTime();

    Steps(Screen screen, Set<Component> missing) {
        this.screen = screen;
        this.missing = missing;
    }

    /** Runs a step without a line of its own. */
    <T> Future<T> start(Callable<T> step) {
        Future<T> future = threads.submit(step);
        started.add(future);
        return future;
    }

    /** A component that is already running gets no line. */
    <T> Future<T> start(Component part, String name, String address, Callable<T> step) {
        return missing.contains(part) ? start(name, address, step) : start(step);
    }

    <T> Future<T> start(String name, String address, Callable<T> step) {
        return start(() -> {
            T result = step.call();
            double seconds = (System.nanoTime() - began) / 1e9;
            screen.say("  %-16s %5.1f s   %s", name, seconds, address);
            return result;
        });
    }

    /** Waits for all of them; throws the first failure that is not the consequence of another. */
    void await() {
        for (Future<?> step : started) {
            try {
                step.get();
            } catch (ExecutionException e) {
                throw failure(e);
            } catch (InterruptedException e) {
                throw ServerException.interrupted("Interrupted while starting", e);
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        Throwable cause = e;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known
                ? known
                : new ServerException("Starting failed: " + cause.getMessage(), cause);
    }

    /** Interrupts what is still running and waits for its end. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}

package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Something that runs beside what is measured, and has ended when this is closed. */
public final class BackgroundTask implements AutoCloseable {
    private final CompletableFuture<Void> running;

    private BackgroundTask(CompletableFuture<Void> running) {
        this.running = running;
    }

    /** Begins it on a thread of its own. */
    public static BackgroundTask run(Runnable work) {
        return new BackgroundTask(CompletableFuture.runAsync(work, command -> new Thread(command, "aside").start()));
    }

    @Override
    public void close() {
        try {
            running.join();
        } catch (CompletionException e) {
            throw new ServerException("Beside what was measured: " + e.getMessage(), e);
        }
    }
}

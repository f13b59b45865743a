package com.qualitypost.phoenix.projections.cdc;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the supervisor from the application's start to its end. */
@Component
class CdcLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CdcLifecycle.class);

    private final Supervisor supervisor;
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private Thread thread = new Thread();

    CdcLifecycle(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("cdc-supervisor").start(() -> {
            try {
                supervisor.run(stopping);
            } catch (InterruptedException _) {
                log.warn("Interrupted; the lease will run out by itself");
            }
        });
    }

    @Override
    public void stop() {
        stopping.complete(null);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}

package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Runs the supervisor from the application's start to its end. */
@Component
class CdcLifecycle implements BackgroundWork {
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private final Background background;

    CdcLifecycle(Supervisor supervisor) {
        background = Background.platform("cdc-supervisor", () -> supervisor.run(stopping));
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public void stop() {
        stopping.complete(null);
        background.join();
    }
}

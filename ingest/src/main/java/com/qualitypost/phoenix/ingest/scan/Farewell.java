package com.qualitypost.phoenix.ingest.scan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks devices to let go of their connections for a moment before the web server stops: a batch that is under way on one
 * while it is closed gets no answer, and is not repeated before its device has waited for one.
 */
class Farewell extends OncePerRequestFilter implements SmartLifecycle {
    private static final String CLOSE = "close";
    private static final long MOMENT_MS = 1_000;

    private volatile boolean running;
    private volatile boolean isLeaving;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLeaving) {
            response.setHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    /** The web server's own end begins in the phase after this one, once {@code done} is called. */
    @Override
    public void stop(Runnable done) {
        isLeaving = true;
        CompletableFuture.delayedExecutor(MOMENT_MS, TimeUnit.MILLISECONDS).execute(() -> {
            running = false;
            done.run();
        });
    }

    @Override
    public void stop() {
        isLeaving = true;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

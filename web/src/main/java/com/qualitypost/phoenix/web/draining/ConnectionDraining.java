package com.qualitypost.phoenix.web.draining;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks callers to go to another node before the web server stops, and waits until they have: a request that is under way on a
 * connection while it is closed gets no answer. An application that wants it imports it.
 */
public final class ConnectionDraining extends OncePerRequestFilter implements SmartLifecycle, Ordered {
    private static final String CLOSE = "close";
    /** The web server stops after this long without requests. */
    private static final long QUIET_MS = 1_000;
    /** For callers who ignore the request to leave; has to be shorter than a phase of the shutdown. */
    private static final long LONGEST_MS = 10_000;

    private static final long LOOK_MS = 50;

    private volatile boolean running;
    private volatile boolean isLeaving;
    private volatile long lastCall;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLeaving) {
            // Health checks never stop.
            if (!request.getRequestURI().startsWith("/actuator/")) {
                lastCall = System.nanoTime();
            }
            response.setHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        chain.doFilter(request, response);
    }

    /** Before every filter that may answer itself. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
    }

    /** The web server itself stops in the phase after this one, once {@code done} is called. */
    @Override
    public void stop(Runnable done) {
        long now = System.nanoTime();
        lastCall = now;
        isLeaving = true;
        leaveWhenQuiet(now, done);
    }

    private void leaveWhenQuiet(long began, Runnable done) {
        if (millisSince(lastCall) >= QUIET_MS || millisSince(began) >= LONGEST_MS) {
            running = false;
            done.run();
        } else {
            CompletableFuture.delayedExecutor(LOOK_MS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(() -> leaveWhenQuiet(began, done));
        }
    }

    private static long millisSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
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

package com.qualitypost.phoenix.ingest.scan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many batches in at once: threads are cheap, batches are not. The others wait a little, then they are asked to
 * come again, before anything of them was read.
 */
class Admission extends OncePerRequestFilter {

    private static final long PATIENCE_MS = 500;
    private static final String BUSY = """
            {"type":"/problems/busy","title":"Service Unavailable","status":503,"code":"busy",\
            "detail":"Too many batches at once. Keep all scans and send them again with the same ids."}""";

    private final Semaphore places;
    private final GatewaySettings settings;

    Admission(GatewaySettings settings) {
        this.places = new Semaphore(settings.maxBatchesAtOnce(), true);
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()));
            response.getWriter().write(BUSY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

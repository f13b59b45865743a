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
 * Lets only so many bytes in at once: threads are cheap, batches are not. The others wait a little, then they are asked to
 * come again, before anything of them was read.
 */
class Admission extends OncePerRequestFilter {

    private static final long PATIENCE_MS = 500;
    private static final String BUSY = """
            {"type":"/problems/busy","title":"Service Unavailable","status":503,"code":"busy",\
            "detail":"Too many batches at once. Keep all scans and send them again with the same ids."}""";

    private static final int LEAST_BYTES = 16 << 10;
    private static final int MOST_INFLATED = 20;

    private final Semaphore bytes;
    private final GatewaySettings settings;

    Admission(GatewaySettings settings) {
        this.bytes = new Semaphore(settings.maxBytesAtOnce(), true);
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int size = size(request);
        if (!enter(size)) {
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
            bytes.release(size);
        }
    }

    /** What the body may take, as far as its head tells. */
    private int size(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        long inflated = request.getHeader(HttpHeaders.CONTENT_ENCODING) == null ? length : MOST_INFLATED * length;
        int most = Math.min(settings.maxBodyBytes(), settings.maxBytesAtOnce());
        return length < 0 ? most : (int) Math.min(most, Math.max(LEAST_BYTES, inflated));
    }

    private boolean enter(int size) {
        try {
            return bytes.tryAcquire(size, PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

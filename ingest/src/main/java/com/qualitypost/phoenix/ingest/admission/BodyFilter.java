package com.qualitypost.phoenix.ingest.admission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Hands on requests with their bodies received, inflated and within the limits, or refuses them. */
class BodyFilter extends OncePerRequestFilter {

    private final Bodies bodies;
    private final AdmissionSettings settings;
    private final HandlerExceptionResolver problems;

    BodyFilter(AdmissionSettings settings, HandlerExceptionResolver problems) {
        this.bodies = new Bodies(settings);
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Phoenix-Max-Body-Bytes", Integer.toString(settings.maxBodyBytes()));
        try (Bodies.Body body = receive(request)) {
            chain.doFilter(new Received(request, body.bytes()), response);
        } catch (ErrorResponseException refusal) {
            problems.resolveException(request, response, null, refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.resolveException(request, response, null, Refusals.busy(settings));
        }
    }

    private Bodies.Body receive(HttpServletRequest request) throws IOException, InterruptedException {
        if (request.getContentLengthLong() > settings.maxBodyBytes()) {
            throw Refusals.tooLarge(settings);
        }
        return bodies.receive(
                request.getInputStream(), request.getHeader(HttpHeaders.CONTENT_ENCODING), request.getRemoteAddr());
    }

    /** The request, with the body that it had. */
    private static final class Received extends HttpServletRequestWrapper {

        private final byte[] body;

        Received(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    return in.read(bytes, from, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("bodies are read synchronously");
                }
            };
        }
    }
}

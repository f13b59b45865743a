package com.qualitypost.phoenix.ingest.scan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Inflates gzip bodies and stops reading at the announced limit: a small request must not become a large one. */
class BoundedBody extends OncePerRequestFilter {

    private final int maxBytes;

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new BoundedRequest(request), response);
    }

    private class BoundedRequest extends HttpServletRequestWrapper {

        BoundedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            String encoding = Objects.requireNonNullElse(getHeader(HttpHeaders.CONTENT_ENCODING), "identity");
            return new BoundedStream(decoded(encoding.toLowerCase(Locale.ROOT), super.getInputStream()), maxBytes);
        }

        private static InputStream decoded(String encoding, InputStream body) throws IOException {
            return switch (encoding) {
                case "gzip" -> new GZIPInputStream(body);
                case "identity" -> body;
                default ->
                    throw new UnsupportedEncodingException("Send the batch as it is, or with Content-Encoding: gzip");
            };
        }
    }

    private static class BoundedStream extends ServletInputStream {

        private final FilterInputStream in;

        BoundedStream(InputStream body, int maxBytes) {
            this.in = new FilterInputStream(body) {
                private int left = maxBytes;

                @Override
                public int read() throws IOException {
                    return count(super.read(), 1);
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int read = super.read(bytes, from, length);
                    return count(read, read);
                }

                private int count(int result, int bytes) throws TooLargeException {
                    left -= result < 0 ? 0 : bytes;
                    if (left < 0) {
                        throw new TooLargeException(maxBytes);
                    }
                    return result;
                }
            };
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return in.read(bytes, from, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read synchronously");
        }
    }
}

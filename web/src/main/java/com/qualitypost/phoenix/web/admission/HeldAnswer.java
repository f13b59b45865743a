package com.qualitypost.phoenix.web.admission;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until it is complete, exceeds a megabyte, or is flushed on purpose ({@code flushBuffer}). A slow
 * reader then no longer holds anything of the request, and the answer not for long: after a while it has to leave at a
 * minimum rate.
 */
final class HeldAnswer extends HttpServletResponseWrapper {
    private static final int MOST_BYTES = 1 << 20;

    private final AdmissionSettings settings;
    private final Shares.Booking leaving;
    private final Runnable beforeItLeaves;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Out out = new Out();
    private @Nullable PrintWriter writer;
    private boolean leaves;
    private long bytesSent;
    private long nanosOfLeaving;

    /**
     * Wraps an answer that nothing has been written to yet.
     *
     * @param leaving books what is being sent
     * @param beforeItLeaves releases what the request held
     */
    HeldAnswer(
            HttpServletResponse response, AdmissionSettings settings, Shares.Booking leaving, Runnable beforeItLeaves) {
        super(response);
        this.settings = settings;
        this.leaving = leaving;
        this.beforeItLeaves = beforeItLeaves;
    }

    /** Sends what is still held back. */
    void end() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (!leaves && held.size() > 0) {
            setContentLength(held.size());
        }
        leave();
    }

    private void leave() throws IOException {
        if (!leaves) {
            leaves = true;
            beforeItLeaves.run();
        }
        byte[] bytes = held.toByteArray();
        held.reset();
        pass(bytes, 0, bytes.length);
    }

    /** Books each part while it is being sent, and releases it for the next one. */
    private void pass(byte[] bytes, int from, int length) throws IOException {
        bytesSent += length;
        Duration most = settings.grace()
                .plusMillis(1_000 * bytesSent / settings.leastBytesPerSecondOfAnswers())
                .minusNanos(nanosOfLeaving);
        book(length, most);
        long began = System.nanoTime();
        try (leaving;
                Connection.Deadline _ = Connection.within(most)) {
            super.getOutputStream().write(bytes, from, length);
            super.flushBuffer();
        } finally {
            nanosOfLeaving += System.nanoTime() - began;
        }
    }

    /** Answers of one source wait for each other, for as long as this one may take itself. */
    private void book(int bytes, Duration patience) throws IOException {
        try {
            if (leaving.add(Math.min(bytes, settings.maxBytesArrivingOfSource()), patience.toMillis())) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Connection.within(Duration.ZERO);
        throw new IOException("Too many answers are waiting to be read. Read them faster, or ask for less at once.");
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        leave();
    }

    @Override
    public boolean isCommitted() {
        return leaves || super.isCommitted();
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        super.reset();
    }

    private final class Out extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (held.size() + length > MOST_BYTES) {
                leave();
            }
            if (length > MOST_BYTES) {
                pass(bytes, from, length);
            } else {
                held.write(bytes, from, length);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written synchronously");
        }
    }
}

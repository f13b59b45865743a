package com.qualitypost.phoenix.web.admission;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Receives bodies whole before anybody works on them. A slow or stalled body holds only the bytes that have arrived,
 * and not for long; inflated bytes are booked as they grow.
 */
final class Bodies {
    private static final int CHUNK = 8 << 10;
    private static final long PATIENCE_MS = 500;

    /** Time to refuse a slow body with a reason before its connection is cut. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final AdmissionSettings settings;
    private final Shares arriving;
    private final Shares atOnce;

    Bodies(AdmissionSettings settings) {
        this.settings = settings;
        this.arriving = new Shares(settings.maxBytesArriving(), settings.maxBytesArrivingOfSource());
        this.atOnce = new Shares(settings.maxBytesAtOnce(), settings.maxBytesAtOnceOfSource());
    }

    /** A body in memory; closing it releases its bytes and their part of the budget. */
    static final class Body implements AutoCloseable {
        private static final byte[] NOTHING = {};

        private final Shares.Booking booking;
        private byte[] bytes;

        private Body(byte[] bytes, Shares.Booking booking) {
            this.bytes = bytes;
            this.booking = booking;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            bytes = NOTHING;
            booking.close();
        }
    }

    Body receive(InputStream in, @Nullable String encoding, Source source) throws IOException, InterruptedException {
        boolean isGzip = isGzip(encoding);
        Body body = null;
        Shares.Booking booking = atOnce.of(source);
        try (Shares.Booking coming = arriving.of(source);
                Connection.Deadline _ =
                        Connection.within(settings.arrivesWithin().plus(LATER))) {
            body = new Body(booked(received(in, coming), isGzip, booking), booking);
            return body;
        } finally {
            // Also after an Error.
            if (body == null) {
                booking.close();
            }
        }
    }

    /** Books an answer that is being sent: answers and arriving bodies share one budget. */
    Shares.Booking leaving(Source source) {
        return arriving.of(source);
    }

    private static boolean isGzip(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "gzip" -> true;
            case "identity" -> false;
            default -> throw AdmissionProblems.unknownEncoding();
        };
    }

    private byte[] received(InputStream in, Shares.Booking booking) throws IOException, InterruptedException {
        long began = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                take(chunk, read, body, booking, 0);
                if (isTooSlow(body.size(), Duration.ofNanos(System.nanoTime() - began))) {
                    throw AdmissionProblems.tooSlow(settings);
                }
            }
        } catch (SocketTimeoutException e) {
            throw AdmissionProblems.tooSlow(settings);
        } catch (IOException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw AdmissionProblems.tooSlow(settings);
            }
            throw e;
        }
        return body.toByteArray();
    }

    private boolean isTooSlow(int bytes, Duration passed) {
        return passed.compareTo(settings.arrivesWithin()) > 0
                || passed.compareTo(settings.grace()) > 0
                        && bytes < settings.leastBytesPerSecond() * (passed.toMillis() / 1_000.0);
    }

    private byte[] booked(byte[] received, boolean isGzip, Shares.Booking booking)
            throws IOException, InterruptedException {
        if (!isGzip) {
            if (!booking.add(received.length, PATIENCE_MS)) {
                throw AdmissionProblems.busy(settings);
            }
            return received;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        // The JDK's GZIPInputStream calls itself for each further member, and a body may have 100,000 of them.
        try (InputStream in = new GzipCompressorInputStream(new ByteArrayInputStream(received), true)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                take(chunk, read, body, booking, PATIENCE_MS);
            }
        } catch (IOException e) {
            throw AdmissionProblems.notGzip();
        }
        return body.toByteArray();
    }

    private void take(byte[] chunk, int read, ByteArrayOutputStream body, Shares.Booking booking, long patienceMs)
            throws InterruptedException {
        if (body.size() + read > settings.maxBodyBytes()) {
            throw AdmissionProblems.tooLarge(settings);
        }
        if (!booking.add(read, patienceMs)) {
            throw AdmissionProblems.busy(settings);
        }
        body.write(chunk, 0, read);
    }
}

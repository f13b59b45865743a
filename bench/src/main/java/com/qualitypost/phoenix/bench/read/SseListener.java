package com.qualitypost.phoenix.bench.read;

import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A browser that has a parcel's page open: it hears of each change. */
final class SseListener implements AutoCloseable {
    private static final String CHANGE = "event:tracking";

    private final Socket socket;
    private final BufferedReader lines;
    private final String number;
    private final Function<String, @Nullable Long> sentAt;
    private final List<Double> taken = new ArrayList<>();
    private long heard;
    private volatile boolean listening;

    private SseListener(Socket socket, BufferedReader lines, String number, Function<String, @Nullable Long> sentAt) {
        this.socket = socket;
        this.lines = lines;
        this.number = number;
        this.sentAt = sentAt;
    }

    /**
     * Begins to listen.
     *
     * @param sentAt when the change that is waited for was sent, in nanoseconds; null if none is
     */
    static SseListener at(URI query, String number, Function<String, @Nullable Long> sentAt) {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(query.getHost(), query.getPort()));
            socket.getOutputStream().write(Requests.get(query, "/v1/tracking/" + number + "/live", ""));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = lines.readLine();
            if (status == null || !status.contains(" 200")) {
                throw new ServerException("Nobody may listen to %s: %s".formatted(number, status));
            }
            SseListener listener = new SseListener(socket, lines, number, sentAt);
            Thread.ofVirtual().start(listener::listen);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Listening to " + number, e);
        }
    }

    /** Whether the first version was told, so that the next is a change. */
    boolean isListening() {
        return listening;
    }

    synchronized long heard() {
        return heard;
    }

    /** The times of the changes since the last call, in milliseconds. */
    synchronized List<Double> taken() {
        List<Double> all = List.copyOf(taken);
        taken.clear();
        return all;
    }

    private void listen() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.replace(" ", "").equals(CHANGE)) {
                    hear();
                }
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private synchronized void hear() {
        Long sent = sentAt.apply(number);
        if (sent != null) {
            taken.add((System.nanoTime() - sent) / 1e6);
            heard++;
        }
        listening = true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is not needed any more.
        }
    }
}

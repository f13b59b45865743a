package com.qualitypost.phoenix.web.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The connection of the request that this thread is working on. */
public final class Connection {
    /** Lets a client that is still sending read why it is refused. */
    private static final Duration TIME_TO_READ = Duration.ofSeconds(5);

    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final SocketChannel channel;
    private boolean served;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static void enter(SocketChannel channel) {
        CURRENT.set(new Connection(channel));
    }

    static void leave() {
        CURRENT.remove();
    }

    /** Records that a request's head has arrived whole. */
    public static void serves() {
        Connection connection = CURRENT.get();
        if (connection != null) {
            connection.served = true;
        }
    }

    static boolean hasServed() {
        Connection connection = CURRENT.get();
        return connection != null && connection.served;
    }

    /**
     * Closes the connection soon after this answer: otherwise Tomcat would first read the rest of the body, however
     * slowly it comes.
     */
    public static void endsWith(HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CONNECTION, "close");
        within(TIME_TO_READ);
    }

    /**
     * Cuts the connection after this time, unless the deadline is closed before. Tomcat's own timeouts start again with each byte.
     */
    static Deadline within(Duration time) {
        Connection connection = CURRENT.get();
        return new Deadline(
                connection == null ? null : CLOCK.schedule(connection::cut, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Has to be closed in time. */
    record Deadline(@Nullable ScheduledFuture<?> cut) implements AutoCloseable {
        @Override
        public void close() {
            if (cut != null) {
                cut.cancel(false);
            }
        }
    }

    private void cut() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}

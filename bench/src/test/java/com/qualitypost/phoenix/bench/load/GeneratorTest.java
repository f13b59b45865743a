package com.qualitypost.phoenix.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final byte[] ANSWER =
            "{\"status\":\"accepted\",\"again\":\"accepted\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofMinutes(1);

    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/known", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.createContext("/in-chunks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 3; i++) {
                exchange.getResponseBody().write(ANSWER);
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void answersAreReadOneAfterAnotherOverOneConnection() throws IOException {
        try (HttpConnection connection = new HttpConnection(address)) {
            assertThat(connection.send(Requests.get(address, "/known", ""))).isEqualTo(200);
            assertThat(connection.body()).isEqualTo(new String(ANSWER, StandardCharsets.UTF_8));
            assertThat(connection.send(Requests.get(address, "/unknown", ""))).isEqualTo(404);
            assertThat(connection.send(Requests.get(address, "/in-chunks", ""))).isEqualTo(200);
            assertThat(connection.bodyLength()).isEqualTo(3 * ANSWER.length);
            assertThat(connection.count("\"accepted\"".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(6);
        }
    }

    @Test
    void aClosedLoopCountsWhatSucceededAndWhatFailed() {
        byte[] known = Requests.get(address, "/known", "");
        byte[] unknown = Requests.get(address, "/unknown", "");
        AtomicInteger left = new AtomicInteger(100);

        Load load = Generator.closed(address, 4, LONG, (connection, _) -> {
            int turn = left.decrementAndGet();
            if (turn < 0) {
                return Task.DONE;
            }
            return connection.send(turn % 2 == 0 ? known : unknown) == 200 ? 1 : 0;
        });

        assertThat(load.operations()).isEqualTo(50);
        assertThat(load.failures()).isEqualTo(50);
        assertThat(load.micros().getTotalCount()).isEqualTo(50);
    }

    @Test
    void anOpenLoopCountsFromTheTimeAtWhichARequestShouldHaveBegun() {
        byte[] request = Requests.get(address, "/known", "");

        Load load = Generator.open(address, 1, 1_000, LONG, (connection, turn) -> {
            if (turn == 50) {
                return Task.DONE;
            }
            if (turn == 0) {
                pause(Duration.ofMillis(500));
            }
            return connection.send(request) == 200 ? 1 : 0;
        });

        // One connection was busy for half a second, in which all the others should have begun.
        assertThat(load.millis(10)).isGreaterThan(400);
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}

package com.qualitypost.phoenix.query.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Thousands of idle listeners at one node with the heap that it has on one machine. Not part of the build:
 * {@code -Dtest=IdleListenersBench [-Dlisteners=5000] [-Dheap=192m]}.
 */
class IdleListenersBench {
    private static final int LISTENERS = Integer.getInteger("listeners", 5_000);
    private static final String HEAP = System.getProperty("heap", "192m");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final TrackingNumber PARCEL = TrackingNumber.ours(77_000_000);

    @Test
    void thousandsListenOnASmallHeap() throws Exception {
        var mysql = TestServers.mysql();
        var readSide =
                new ReadModelFixture(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
        readSide.asOf(Duration.ZERO);
        readSide.parcel(PARCEL, 4);
        String reader = mysql.reader();
        int port = Ports.free().query();
        try (var announcer = new Announcer(TestServers.kafka().bootstrapServers(), TestServers.registry())) {
            Map<String, Object> settings = new HashMap<>(announcer.settings());
            settings.put("server.port", port);
            settings.put("phoenix.database.reader", reader);
            settings.put("phoenix.database.writer", mysql.writer());
            settings.put("phoenix.database.password", mysql.credentials().password("query"));
            // The connections that only checked whether it is up are noticed to be gone by the next heartbeat.
            settings.put("phoenix.query.live.max-listeners", LISTENERS + 100);
            settings.put("phoenix.query.live.max-listeners-of-source", LISTENERS + 100);
            settings.put("phoenix.admission.max-connections-of-source", LISTENERS + 200);
            settings.put("server.tomcat.max-connections", LISTENERS + 200);
            try (ServerProcess node = start(settings)) {
                node.awaitReady(START_LIMIT, () -> isHearing(port));
                listen(node, port, announcer);
            }
        }
    }

    private static void listen(ServerProcess node, int port, Announcer announcer) throws Exception {
        String before = usedHeap(node);
        long start = System.nanoTime();
        List<Socket> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(request());
            awaitLine(socket, "id: 1-4");
            listeners.add(socket);
        }
        long opened = millisSince(start);
        String idle = usedHeap(node);
        start = System.nanoTime();
        announcer.announce(PARCEL, new Version(1, 5));
        for (Socket socket : listeners) {
            awaitLine(socket, "id: 1-5");
        }
        System.out.printf(
                "%d listeners, heap at most %s: used %s before, %s idle; opened in %d ms, all told in %d ms; alive: %b%n",
                LISTENERS, HEAP, before, idle, opened, millisSince(start), node.isAlive());
        assertThat(node.isAlive()).isTrue();
        for (Socket socket : listeners) {
            socket.close();
        }
    }

    private static ServerProcess start(Map<String, Object> settings) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.qualitypost.phoenix.query.QueryApplication"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return ServerProcess.start("query-api", TestServers.folder("listened"), command, Lifetime.ATTACHED);
    }

    private static boolean isHearing(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request());
            return reader(socket).readLine().contains("200");
        } catch (IOException _) {
            return false;
        }
    }

    private static byte[] request() {
        return "GET /v1/tracking/%s/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(PARCEL)
                .getBytes(US_ASCII);
    }

    private static void awaitLine(Socket socket, String line) throws IOException {
        BufferedReader reader = reader(socket);
        String read = reader.readLine();
        while (read != null && !read.equals(line)) {
            read = reader.readLine();
        }
        assertThat(read).isEqualTo(line);
    }

    /** It does not matter that it has read too much. */
    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII), 256);
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** After a garbage collection. */
    private static String usedHeap(ServerProcess node) throws IOException, InterruptedException {
        String pid = Long.toString(node.pid());
        new ProcessBuilder("jcmd", pid, "GC.run").start().waitFor();
        Process info = new ProcessBuilder("jcmd", pid, "GC.heap_info").start();
        try (BufferedReader lines = info.inputReader()) {
            return String.join(
                    " + ",
                    lines.lines()
                            .filter(line -> line.contains("used"))
                            .map(line -> line.strip().replaceAll("^(.*?) total .*?used (\\S+?)[, ].*", "$1 $2"))
                            .toList());
        }
    }
}

package com.qualitypost.phoenix.servers.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP ports of one installation on 127.0.0.1: the default ones, all shifted by one number. */
public record Ports(int shift) {
    public static final Ports DEFAULT = new Ports(0);

    // Free ports are searched between the default ones and the range for outgoing connections.
    private static final int LOWEST_FREE_SHIFT = 11_000;
    private static final int HIGHEST_FREE_SHIFT = 23_000;
    private static final int ATTEMPTS = 100;

    public Ports {
        if (shift < 0 || shift > 65_535 - 9_093) {
            throw new IllegalArgumentException("The port shift must be between 0 and 56442, not " + shift);
        }
    }

    /** Ports that nothing is listening on, for tests. */
    public static Ports free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(LOWEST_FREE_SHIFT, HIGHEST_FREE_SHIFT));
            if (ports.all().values().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new ServerException("No free ports found on 127.0.0.1 in " + ATTEMPTS + " attempts.");
    }

    public int query() {
        return 8080 + shift;
    }

    public int ingest() {
        return 8081 + shift;
    }

    public int projections() {
        return 8082 + shift;
    }

    /** The query API's management port. */
    public int queryManagement() {
        return 9080 + shift;
    }

    /** Ingest's management port. */
    public int ingestManagement() {
        return 9081 + shift;
    }

    /** The projections' management port. */
    public int projectionsManagement() {
        return 9082 + shift;
    }

    public int registry() {
        return 8085 + shift;
    }

    public int kafka() {
        return 9092 + shift;
    }

    public int kafkaController() {
        return 9093 + shift;
    }

    public int mysqlWriter() {
        return 3316 + shift;
    }

    public int mysqlReader() {
        return 3317 + shift;
    }

    /** Every port with its purpose. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("query", query());
        all.put("ingest", ingest());
        all.put("projections", projections());
        all.put("query's management", queryManagement());
        all.put("ingest's management", ingestManagement());
        all.put("projections' management", projectionsManagement());
        all.put("registry", registry());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("MySQL writer", mysqlWriter());
        all.put("MySQL reader", mysqlReader());
        return all;
    }

    public void requireFree() {
        all().forEach(Ports::requireFree);
    }

    public static void requireFree(String use, int port) {
        if (!isFree(port)) {
            throw new ServerException("Port %d (%s) is taken by %s. Stop that program, or move all of"
                            .formatted(port, use, Listener.at(port))
                    + " Phoenix's ports by a number: --port-shift 100, or PHOENIX_PORT_SHIFT=100.");
        }
    }

    private static boolean isFree(int port) {
        return !answers(port) && canBeBound(port);
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections are still being closed is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

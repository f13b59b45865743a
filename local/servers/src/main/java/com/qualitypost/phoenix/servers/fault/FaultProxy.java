package com.qualitypost.phoenix.servers.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a server on 127.0.0.1 and does to its connections what networks do. One fault at a time: the next one
 * replaces it, except that the cuts at COMMIT, and what strikes another statement, wait for theirs.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private final LinkConditions weather = new LinkConditions();
    private final Protocol protocol;
    private volatile int target;

    private FaultProxy(ServerSocket listener, Protocol protocol, int target) {
        this.listener = listener;
        this.protocol = protocol;
        this.target = target;
    }

    /** Listens on a port, 0 for any free one, and passes everything on to another. */
    public static FaultProxy open(int listenPort, int targetPort) {
        return open(listenPort, targetPort, Protocol.ANY);
    }

    /** Before a MySQL that is spoken to in clear: knows a COMMIT, and a statement that changes something, when it passes. */
    public static FaultProxy openBeforeMysql(int listenPort, int targetPort) {
        return open(listenPort, targetPort, Protocol.MYSQL);
    }

    private static FaultProxy open(int listenPort, int targetPort, Protocol protocol) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), listenPort));
            FaultProxy proxy = new FaultProxy(listener, protocol, targetPort);
            Thread.ofVirtual().name("proxy-" + proxy.port()).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("Opening a proxy on port " + listenPort, e);
        }
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Passes on to another port from now on; what is open is cut. */
    public void retarget(int targetPort) {
        target = targetPort;
        cutOpen();
    }

    /** Delays each piece that passes. */
    public void latency(Duration delay) {
        weather.slow(delay);
    }

    /** Cuts what is open, and closes whatever comes. */
    public void cut() {
        weather.refuse();
        cutOpen();
    }

    /** Lets nothing through and closes nothing: neither side learns that the other is gone. What was sent is lost. */
    public void halfOpen() {
        weather.swallow();
    }

    /** Holds everything back until it is healed. */
    public void stall() {
        weather.hold();
    }

    /** Cuts all connections once clients have sent so many more bytes. */
    public void cutAfter(long bytes) {
        weather.ration(bytes);
    }

    /** Cuts the next connections to MySQL at their COMMIT. */
    public void cutAtCommit(CommitCut cut, int times) {
        weather.cutCommits(cut, times);
    }

    /** How many COMMITs are still to be cut. */
    public int commitsToCut() {
        return weather.commitsToCut();
    }

    /** Strikes one of the statements that change something, by its number: the next one is the first. */
    public void strikeChange(int ordinal, StatementFault fault) {
        weather.strikeChange(ordinal, fault);
    }

    /** How many statements that change something have come since that was asked for, or since all was healed. */
    public int changes() {
        return weather.changes();
    }

    /** Lets everything pass again. A connection of which bytes were lost is cut: no network heals that. */
    public void heal() {
        if (weather.clear()) {
            cutOpen();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        weather.clear();
        cutOpen();
    }

    private void cutOpen() {
        open.forEach(ProxiedConnection::cut);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // Closed, or a client that went away before it was taken.
            }
        }
    }

    private void connect(Socket client) {
        if (weather.refuses()) {
            ProxiedConnection.close(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            ProxiedConnection connection = new ProxiedConnection(client, server, protocol, weather, open::remove);
            open.add(connection);
            connection.start();
        } catch (IOException _) {
            ProxiedConnection.close(client); // nobody behind it: the client sees what it would see without us
        }
    }
}

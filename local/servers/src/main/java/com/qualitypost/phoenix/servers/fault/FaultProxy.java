package com.qualitypost.phoenix.servers.fault;

import com.qualitypost.phoenix.servers.file.Unchecked;
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
 * Listens in front of a server on 127.0.0.1 and does to its connections what networks do. One fault at a time: the next
 * one replaces it, except that cuts at COMMIT and faults of other statements wait for their statement.
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

    /** Listens on a port, 0 for any free one, and forwards everything to another. */
    public static FaultProxy open(int listenPort, int targetPort) {
        return open(listenPort, targetPort, Protocol.ANY);
    }

    /** Listens in front of a MySQL without TLS, and recognises COMMITs and other statements that change something. */
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

    /** The port that it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Forwards to another port from now on; open connections are cut. */
    public void retarget(int targetPort) {
        target = targetPort;
        cutOpen();
    }

    /** Delays each piece of data. */
    public void latency(Duration delay) {
        weather.slow(delay);
    }

    /** Cuts open connections, and closes new ones. */
    public void cut() {
        weather.refuse();
        cutOpen();
    }

    /** Lets nothing through and closes nothing: neither side learns that the other is gone. What was sent is lost. */
    public void halfOpen() {
        weather.swallow();
    }

    /** Holds everything back until healed. */
    public void stall() {
        weather.hold();
    }

    /** Cuts all connections once clients have sent this many more bytes. */
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

    /** Applies the fault to one of the statements that change something, counted from 1 for the next one. */
    public void strikeChange(int ordinal, StatementFault fault) {
        weather.strikeChange(ordinal, fault);
    }

    /** How many changing statements have come since then, or since the proxy was healed. */
    public int changes() {
        return weather.changes();
    }

    /** Lets everything pass again. A connection that has lost bytes is cut: no network heals that. */
    public void heal() {
        if (weather.clear()) {
            cutOpen();
        }
    }

    @Override
    public void close() {
        Unchecked.run(listener::close);
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
                // Closed, or a client that went away before it was accepted.
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
            ProxiedConnection.close(
                    client); // Nothing is listening behind it: the client sees what it would see without us.
        }
    }

    /** Where a connection to MySQL is cut, relative to a COMMIT. */
    public enum CommitCut {
        /** The server never receives it. */
        BEFORE,
        /** The server executes it, but its answer is lost. */
        AFTER
    }

    /** What happens to a statement on its way to MySQL. */
    public enum StatementFault {
        /** Its connection is cut: the server never receives it. */
        CUT_BEFORE,
        /** The server executes it, but its answer is lost with the connection. */
        CUT_AFTER,
        /** It arrives corrupted: the server refuses it, and the connection stays open. */
        SPOILT,
        /** Nothing passes any more, including this statement, until the proxy is healed. */
        HELD
    }
}

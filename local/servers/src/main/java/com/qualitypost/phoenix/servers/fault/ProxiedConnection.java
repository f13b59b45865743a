package com.qualitypost.phoenix.servers.fault;

import com.qualitypost.phoenix.servers.fault.FaultProxy.CommitCut;
import com.qualitypost.phoenix.servers.fault.FaultProxy.StatementFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** A client's connection through a proxy: one thread in each direction, until a side or a fault ends it. */
final class ProxiedConnection {
    private final Socket client;
    private final Socket server;
    private final Protocol protocol;
    private final LinkConditions weather;
    private final Consumer<ProxiedConnection> ended;
    private volatile boolean answerIsLost;

    ProxiedConnection(
            Socket client,
            Socket server,
            Protocol protocol,
            LinkConditions weather,
            Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.server = server;
        this.protocol = protocol;
        this.weather = weather;
        this.ended = ended;
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(client, server, this::fromClient));
        Thread.ofVirtual().start(() -> pump(server, client, this::fromServer));
    }

    void cut() {
        close(client);
        close(server);
        ended.accept(this);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed, whatever was left to send.
        }
    }

    /** Forwards pieces until it returns false. */
    private interface Direction {
        boolean pass(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private void pump(Socket from, Socket to, Direction direction) {
        try {
            while (direction.pass(from.getInputStream(), to.getOutputStream())) {
                to.getOutputStream().flush();
            }
        } catch (IOException _) {
            // One of the two is gone; the other is told.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
        }
    }

    private boolean fromClient(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] piece = protocol.next(in);
        if (piece.length == 0) {
            return false;
        }
        CommitCut commit = protocol.isCommit(piece) ? weather.commit() : null;
        StatementFault change = protocol.isChange(piece) ? weather.change() : null;
        if (commit == CommitCut.BEFORE || change == StatementFault.CUT_BEFORE) {
            return false;
        }
        answerIsLost = commit == CommitCut.AFTER || change == StatementFault.CUT_AFTER;
        if (change == StatementFault.SPOILT) {
            piece = Protocol.spoilt(piece);
        } else if (change == StatementFault.HELD) {
            weather.hold();
        }
        int allowed = weather.allowed(piece.length);
        if (weather.passes()) {
            out.write(piece, 0, allowed);
        }
        return allowed == piece.length;
    }

    private boolean fromServer(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] piece = Protocol.ANY.next(in);
        if (piece.length == 0 || answerIsLost) {
            return false;
        }
        if (weather.passes()) {
            out.write(piece);
        }
        return true;
    }
}

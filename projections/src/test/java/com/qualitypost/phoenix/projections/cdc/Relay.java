package com.qualitypost.phoenix.projections.cdc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sits in front of MySQL, and can let connections fall silent without closing them: all that are open, or those of the
 * binlog.
 */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 14;
    private static final int COMMAND = 4;
    private static final byte BINLOG_DUMP_GTID = 0x1e;

    private final ServerSocket listener;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean binlogIsSilent;

    Relay(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What a firewall does that forgets them: neither side hears from the other any more. New connections work. */
    void forgetOpenLinks() {
        links.forEach(link -> link.silent = true);
    }

    void silenceBinlog(boolean silent) {
        binlogIsSilent = silent;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        links.forEach(Link::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var link = new Link(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                Thread.ofVirtual().start(link::fromClient);
                Thread.ofVirtual().start(link::fromServer);
            } catch (IOException _) {
                // The test is over, or MySQL is.
            }
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;
        private volatile boolean ofBinlog;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void fromClient() {
            pump(client, server);
        }

        void fromServer() {
            pump(server, client);
        }

        private void pump(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var bytes = new byte[BUFFER];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    ofBinlog |= from == client
                            && read > COMMAND
                            && bytes[COMMAND - 1] == 0
                            && bytes[COMMAND] == BINLOG_DUMP_GTID;
                    if (!silent && !(ofBinlog && binlogIsSilent)) {
                        out.write(bytes, 0, read);
                    }
                }
            } catch (IOException _) {
                // One side has closed.
            } finally {
                close();
            }
        }

        void close() {
            links.remove(this);
            try {
                client.close();
                server.close();
            } catch (IOException _) {
                // Closed enough.
            }
        }
    }
}

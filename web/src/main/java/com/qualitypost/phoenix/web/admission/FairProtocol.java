package com.qualitypost.phoenix.web.admission;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP with a limit on the connections of each source and on the time that a request's head may take, so that
 * nobody can hold all connections.
 */
public final class FairProtocol extends Http11NioProtocol {
    private static final class Endpoint extends NioEndpoint {
        private int share = Integer.MAX_VALUE;
        private Duration headsWithin = Duration.ofSeconds(30);

        @Override
        public void setHandler(Handler<NioChannel> handler) {
            super.setHandler(new Timed(handler));
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            return !isBeyondItsShare(socket) && super.setSocketOptions(socket);
        }

        private boolean isBeyondItsShare(SocketChannel socket) {
            if (connections.size() < share) {
                return false;
            }
            try {
                Source source = source(socket);
                int held = 0;
                for (SocketChannel open : connections.keySet()) {
                    held += open.isOpen() && source.equals(source(open)) ? 1 : 0;
                }
                return held >= share;
            } catch (IOException e) {
                // The connection has gone meanwhile.
                return true;
            }
        }

        private static Source source(SocketChannel socket) throws IOException {
            return socket.getRemoteAddress() instanceof InetSocketAddress internet
                    ? Source.at(internet.getAddress())
                    : new Source("here");
        }

        /** Wraps Tomcat's handler, which would accept a head one byte at a time, each within the idle timeout. */
        private final class Timed implements Handler<NioChannel> {
            private final Handler<NioChannel> handler;
            private final Map<SocketWrapperBase<NioChannel>, Long> heads = new ConcurrentHashMap<>();

            private Timed(Handler<NioChannel> handler) {
                this.handler = handler;
            }

            @Override
            public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
                Connection.enter(socket.getSocket().getIOChannel());
                try {
                    SocketState state = handler.process(socket, event);
                    if (Connection.hasServed()) {
                        heads.remove(socket);
                    }
                    return isHeadTooSlow(socket, state) ? SocketState.CLOSED : state;
                } finally {
                    Connection.leave();
                }
            }

            private boolean isHeadTooSlow(SocketWrapperBase<NioChannel> socket, SocketState state) {
                boolean isInHead = state == SocketState.LONG
                        && socket.getCurrentProcessor() instanceof Http11Processor processor
                        && !processor.isAsync();
                if (!isInHead) {
                    heads.remove(socket);
                    return false;
                }
                long since = heads.computeIfAbsent(socket, _ -> System.nanoTime());
                if (socket.isClosed()) {
                    heads.remove(socket);
                }
                return System.nanoTime() - since > headsWithin.toNanos();
            }

            @Override
            public void release(SocketWrapperBase<NioChannel> socket) {
                heads.remove(socket);
                handler.release(socket);
            }

            @Override
            public Object getGlobal() {
                return handler.getGlobal();
            }

            @Override
            public void pause() {
                handler.pause();
            }

            @Override
            public void recycle() {
                handler.recycle();
            }
        }
    }

    private final Endpoint endpoint;

    /** Tomcat instantiates it by name. */
    public FairProtocol() {
        this(new Endpoint());
    }

    private FairProtocol(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        // Tomcat reads both within one call, however slowly they come, and none of our clients sends any. Two bytes are
        // left for the line that ends every chunked body.
        setMaxExtensionSize(0);
        setMaxTrailerSize(2);
    }

    /** Sets how many connections a source may have open, and how long the head of a request may take. */
    public void limit(int share, Duration headsWithin) {
        endpoint.share = share;
        endpoint.headsWithin = headsWithin;
    }
}

package com.qualitypost.phoenix.web.admission;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** HTTP as Tomcat speaks it, with a share of the connections for each source: nobody can hold them all. */
public final class FairProtocol extends Http11NioProtocol {

    private static final class Endpoint extends NioEndpoint {

        private int share = Integer.MAX_VALUE;

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
                // It has gone meanwhile.
                return true;
            }
        }

        private static Source source(SocketChannel socket) throws IOException {
            return socket.getRemoteAddress() instanceof InetSocketAddress internet
                    ? Source.at(internet.getAddress())
                    : new Source("here");
        }
    }

    private final Endpoint endpoint;

    /** Tomcat makes it by its name. */
    public FairProtocol() {
        this(new Endpoint());
    }

    private FairProtocol(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    static void on(TomcatServletWebServerFactory tomcat, int share) {
        tomcat.setProtocol(FairProtocol.class.getName());
        tomcat.addProtocolHandlerCustomizers((FairProtocol protocol) -> protocol.endpoint.share = share);
    }
}

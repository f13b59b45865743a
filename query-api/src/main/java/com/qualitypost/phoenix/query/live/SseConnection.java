package com.qualitypost.phoenix.query.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose answer has begun and goes on for a long time. It is taken from Tomcat as if the protocol changed,
 * because Tomcat keeps about 100 KB for each unfinished request, and nothing for this. Public, because Tomcat makes it.
 */
public final class SseConnection implements InternalHttpUpgradeHandler {
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(20);

    private Consumer<SseConnection> onOpen = _ -> {};
    private Runnable onGone = () -> {};
    private @Nullable SocketWrapperBase<?> socket;

    /** {@code onGone} is called when the other side has left. */
    void when(Consumer<SseConnection> onOpen, Runnable onGone) {
        this.onOpen = onOpen;
        this.onGone = onGone;
    }

    /** Waits for a slow reader, but not for one that does not read at all. */
    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        requireNonNull(socket).write(true, bytes, 0, bytes.length);
        requireNonNull(socket).flush(true);
    }

    void close() {
        requireNonNull(socket).close();
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> socket) {
        socket.setWriteTimeout(WRITE_LIMIT.toMillis());
        this.socket = socket;
    }

    @Override
    public void init(WebConnection connection) {
        onOpen.accept(this);
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_READ -> hasLeft() ? SocketState.CLOSED : SocketState.UPGRADED;
            case OPEN_WRITE -> SocketState.UPGRADED;
            case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> SocketState.CLOSED;
        };
    }

    /** A listener sends nothing more, so the only thing that can arrive is the end of the stream. */
    private boolean hasLeft() {
        byte[] ignored = new byte[256];
        try {
            int read;
            do {
                read = requireNonNull(socket).read(false, ignored, 0, ignored.length);
            } while (read > 0);
            return read < 0;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void destroy() {
        onGone.run();
    }

    @Override
    public void timeoutAsync(long now) {
        // An idle listener is not late.
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport support) {
        // Whether the connection uses TLS does not matter here.
    }

    @Override
    public void pause() {
        // The listeners are sent away before the web server stops.
    }
}

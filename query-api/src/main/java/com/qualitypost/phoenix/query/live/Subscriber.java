package com.qualitypost.phoenix.query.live;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.web.admission.Shares;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. Only the newest version is kept until it can be written, by a thread that lives as long as there is
 * something to write: a slow listener keeps nobody waiting and fills no memory.
 */
final class Subscriber {
    final String number;
    final Shares.Booking place;
    private final Consumer<Subscriber> onEnd;
    private final long begun = System.nanoTime();
    private @Nullable SseConnection stream;
    private @Nullable Version told;
    private @Nullable Version toTell;
    private String first = "";
    private boolean mustLookAgain;
    private boolean isBeatDue;
    private boolean isWriting;
    private boolean isEnding;

    Subscriber(String number, Shares.Booking place, Consumer<Subscriber> onEnd) {
        this.number = number;
        this.place = place;
        this.onEnd = onEnd;
    }

    /** From here on there is somebody to notify, who knows one version and may see another one. */
    synchronized void open(SseConnection to, Version visible, @Nullable Version known) {
        stream = to;
        first = SseEvents.retry();
        Version newest = told == null ? visible : told.orNewer(visible);
        told = newest;
        // A client that knows a newer version has to look again too: after a failover to a server that knows less, that
        // version is void.
        toTell = newest.equals(known) ? null : newest;
        write();
    }

    synchronized void tell(Version version) {
        if (told == null || told.isBefore(version)) {
            told = version;
            toTell = version;
            write();
        }
    }

    synchronized void lookAgain() {
        told = null;
        mustLookAgain = true;
        write();
    }

    synchronized void beat(Duration longest) {
        if (stream == null && isBeatDue) {
            // The connection broke before it was taken over. Another thread does this, because the current one is
            // iterating over all listeners.
            Thread.startVirtualThread(() -> onEnd.accept(this));
        } else if (System.nanoTime() - begun > longest.toNanos()) {
            end();
        } else {
            isBeatDue = true;
            write();
        }
    }

    /** Ends the stream after what is being written now. */
    synchronized void end() {
        isEnding = true;
        write();
    }

    private void write() {
        SseConnection to = stream;
        if (to != null && !isWriting) {
            isWriting = true;
            Thread.startVirtualThread(() -> write(to));
        }
    }

    private void write(SseConnection to) {
        try {
            for (String next = next(); next != null; next = next()) {
                if (next.isEmpty()) {
                    close(to);
                    return;
                }
                to.write(next);
            }
        } catch (IOException _) {
            end();
            close(to); // Nobody is there any more.
        } catch (RuntimeException | Error e) {
            // A mistake of ours; the place has to be freed anyway.
            end();
            close(to);
            throw e;
        }
    }

    /**
     * Empty if the stream is over, null if there is nothing to write: then this thread must not touch the stream any
     * more.
     */
    private synchronized @Nullable String next() {
        if (isEnding) {
            return "";
        }
        String next =
                first + (mustLookAgain ? SseEvents.LOOK_AGAIN : "") + (toTell == null ? "" : SseEvents.changed(toTell));
        if (next.isEmpty() && isBeatDue) {
            next = SseEvents.HEARTBEAT;
        }
        first = "";
        mustLookAgain = false;
        toTell = null;
        isBeatDue = false;
        isWriting = !next.isEmpty();
        return isWriting ? next : null;
    }

    /** Writes last, because no other thread starts writing after this. */
    private void close(SseConnection stream) {
        onEnd.accept(this);
        stream.close();
    }
}

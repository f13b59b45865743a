package com.qualitypost.phoenix.query.live;

import com.qualitypost.phoenix.query.change.Version;
import java.util.concurrent.ThreadLocalRandom;

/** The texts of a stream of server-sent events. */
final class SseEvents {
    /** A comment, only to send something. */
    static final String HEARTBEAT = ":\n\n";

    /** Earlier versions may be outdated or void. */
    static final String LOOK_AGAIN = "event: look-again\ndata: {}\n\n";

    private static final int RETRY_MS = 2_000;

    private SseEvents() {}

    static String changed(Version version) {
        return "event: tracking\nid: %s\ndata: {\"generation\":%d,\"revision\":%d}\n\n"
                .formatted(version, version.generation(), version.revision());
    }

    /** Random, so that the listeners of one node do not all reconnect to another one at once. */
    static String retry() {
        return "retry: %d\n\n".formatted(RETRY_MS + ThreadLocalRandom.current().nextInt(2 * RETRY_MS));
    }
}

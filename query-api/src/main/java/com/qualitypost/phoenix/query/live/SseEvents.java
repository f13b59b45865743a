package com.qualitypost.phoenix.query.live;

import com.qualitypost.phoenix.query.change.Version;
import java.util.concurrent.ThreadLocalRandom;

/** The words of a stream of server-sent events. */
final class SseEvents {
    /** Only so that something is heard. */
    static final String HEARTBEAT = ":\n\n";

    /** What was told may be outdated or void. */
    static final String LOOK_AGAIN = "event: look-again\ndata: {}\n\n";

    private static final int RETRY_MS = 2_000;

    private SseEvents() {}

    static String changed(Version version) {
        return "event: tracking\nid: %s\ndata: {\"generation\":%d,\"revision\":%d}\n\n"
                .formatted(version, version.generation(), version.revision());
    }

    /** Different for each, so that not all of a node's listeners come at once to another one. */
    static String retry() {
        return "retry: %d\n\n".formatted(RETRY_MS + ThreadLocalRandom.current().nextInt(2 * RETRY_MS));
    }
}

package com.qualitypost.phoenix.background;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Logs the beginning and the end of an outage, once each, however often either is reported. */
public final class OutageLog {
    private final Logger log;
    private final String begun;
    private final String over;
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    /**
     * Creates a log without an outage.
     *
     * @param begun what is logged at its beginning, with the reason
     * @param over what is logged at its end
     */
    public OutageLog(Logger log, String begun, String over) {
        this.log = log;
        this.begun = begun;
        this.over = over;
    }

    public void failed(String why) {
        if (reason.getAndSet(why) == null) {
            log.warn("{}: {}", begun, why);
        }
    }

    public void works() {
        if (reason.get() != null && reason.getAndSet(null) != null) {
            log.info(over);
        }
    }

    /** Why it does not work; null while it does. */
    public @Nullable String reason() {
        return reason.get();
    }
}

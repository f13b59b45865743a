package com.qualitypost.phoenix.projections.projector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Collects what could not be read of one row, and why; it is left out, so that one damaged row stops nobody. */
public final class Omissions {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Reads a part of the row, or returns {@code instead} if it cannot be read. */
    public <T> T unlessUnreadable(String part, Supplier<T> reading, T instead) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            // Whatever made parsing fail: the text was written by nobody that we know.
            leaveOut(part, reason(e));
            return instead;
        }
    }

    public void leaveOut(String part, String why) {
        reasons.put(part, why);
    }

    /** The reasons by part of the row. */
    Map<String, String> reasons() {
        return reasons;
    }

    private static String reason(RuntimeException e) {
        String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

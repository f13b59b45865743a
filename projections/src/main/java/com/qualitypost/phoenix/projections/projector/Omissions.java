package com.qualitypost.phoenix.projections.projector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** What nothing could be made of in one row, and why: it is left out, so that one damaged row stops nobody. */
public final class Omissions {

    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** What is made of a part of the row; {@code instead} where nothing can be. */
    public <T> T unlessUnreadable(String part, Supplier<T> reading, T instead) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            // Whatever a parser or a calendar stumbled over: what stands there was written by nobody that we know.
            leaveOut(part, reason(e));
            return instead;
        }
    }

    public void leaveOut(String part, String why) {
        reasons.put(part, why);
    }

    /** By part of the row. */
    Map<String, String> reasons() {
        return reasons;
    }

    private static String reason(RuntimeException e) {
        String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

package com.qualitypost.phoenix.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names each request, so that who has a problem can tell us which: as the caller's {@code traceparent} (W3C) does, or anew. */
public final class Trace {
    static final String HEADER = "Phoenix-Trace-Id";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private Trace() {}

    public static String idOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String traceparent = request.getHeader("traceparent");
        Matcher given = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        String id = given.matches() ? given.group(1) : random();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}

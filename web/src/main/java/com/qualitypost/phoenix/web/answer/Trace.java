package com.qualitypost.phoenix.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives each request an id that a caller can quote to us: that of the caller's {@code traceparent} (W3C), or a new one.
 */
public final class Trace {
    static final String HEADER = "Phoenix-Trace-Id";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final String NONE = "0".repeat(32);

    private Trace() {}

    public static String idOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = Optional.ofNullable(request.getHeader("traceparent"))
                .flatMap(Trace::idIn)
                .orElseGet(Trace::random);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Reads {@code version-id-parent-flags}, in hexadecimal; later versions may append more. */
    private static Optional<String> idIn(String traceparent) {
        boolean known = isHex(traceparent, 0, 2)
                && isHex(traceparent, 3, 35)
                && isHex(traceparent, 36, 52)
                && isHex(traceparent, 53, 55)
                && traceparent.charAt(2) == '-'
                && traceparent.charAt(35) == '-'
                && traceparent.charAt(52) == '-';
        return known ? Optional.of(traceparent.substring(3, 35)).filter(id -> !id.equals(NONE)) : Optional.empty();
    }

    private static boolean isHex(String text, int from, int to) {
        return text.length() >= to
                && text.chars().skip(from).limit(to - from).allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}

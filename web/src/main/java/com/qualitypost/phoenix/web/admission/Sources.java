package com.qualitypost.phoenix.web.admission;

import jakarta.servlet.http.HttpServletRequest;

/** Tells which source a caller counts as: a key that is known, or otherwise the address. */
@FunctionalInterface
public interface Sources {
    Source of(HttpServletRequest request);

    /** For applications that know no keys. */
    static Source address(HttpServletRequest request) {
        return Source.at(request.getRemoteAddr());
    }
}

package com.qualitypost.phoenix.web.admission;

import jakarta.servlet.http.HttpServletRequest;

/** Tells who asks, as he is counted: by a key that is known, or else by the address. */
@FunctionalInterface
public interface Sources {

    Source of(HttpServletRequest request);

    /** For who knows no keys. */
    static Source address(HttpServletRequest request) {
        return Source.at(request.getRemoteAddr());
    }
}

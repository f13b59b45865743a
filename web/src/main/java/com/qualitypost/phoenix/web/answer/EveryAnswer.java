package com.qualitypost.phoenix.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sets the headers of every answer, also where Tomcat drops them because an unexpected error ended the request. */
public final class EveryAnswer {
    private EveryAnswer() {}

    /** Adds the trace id, and forbids browsers to guess the content type. */
    public static void head(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(Trace.HEADER, Trace.idOf(request));
    }
}

package com.qualitypost.phoenix.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What stands in the head of every answer. Tomcat forgets it where a mistake of ours ends a request. */
public final class EveryAnswer {
    private EveryAnswer() {}

    /** Names the request, and tells browsers to take the answer for what it says it is. */
    public static void head(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(Trace.HEADER, Trace.idOf(request));
    }
}

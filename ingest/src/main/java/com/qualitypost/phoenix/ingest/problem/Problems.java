package com.qualitypost.phoenix.ingest.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problems with {@code type} and {@code code}, for programs; the detail says what to do next, for people. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        name(problem, code);
        return problem;
    }

    static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
    }
}

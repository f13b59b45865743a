package com.qualitypost.phoenix.ingest.problem;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Collection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Builds problems with {@code type} and {@code code} for programs and a detail that tells people what to do next. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        name(problem, code);
        return problem;
    }

    /** A request that is not carried out. */
    public static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return new ErrorResponseException(status, problem(status, code, detail), null);
    }

    /** The answer to an unknown name, such as a mistyped filter, which must not be ignored. */
    static String unknown(String name, Collection<?> known) {
        String there = known.stream().map(String::valueOf).sorted().collect(joining(", "));
        return "'%s' is unknown here. Known: %s.".formatted(name, there.isEmpty() ? "none" : there);
    }

    static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
    }
}

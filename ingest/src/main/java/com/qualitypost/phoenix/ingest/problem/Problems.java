package com.qualitypost.phoenix.ingest.problem;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Collection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes problems with {@code type} and {@code code}, for programs; the detail says what to do next, for people. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        name(problem, code);
        return problem;
    }

    /** A request that is not done as asked. */
    public static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return new ErrorResponseException(status, problem(status, code, detail), null);
    }

    /** What is said of something that is not known, such as a mistyped filter: that must not be as if it were not there. */
    static String unknown(String name, Collection<?> known) {
        String there = known.stream().map(String::valueOf).sorted().collect(joining(", "));
        return "There is no '%s'. There are: %s.".formatted(name, there.isEmpty() ? "none here" : there);
    }

    static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
    }
}

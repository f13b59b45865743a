package com.qualitypost.phoenix.query.problem;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is refused, with the problem that its sender gets; {@code code} is stable, for programs. */
public final class ProblemException extends ErrorResponseException {
    private static final String PARAMETER = "parameter";
    private static final int LONGEST_NAME = 64;

    public ProblemException(HttpStatus status, String code, String title, String detail) {
        super(status, problem(status, code, title, detail), null);
    }

    /** A query parameter that does not exist here: a mistyped one must not be ignored. */
    public static ProblemException unknownParameter(String entered, Set<String> known) {
        String name = entered.substring(0, Math.min(entered.length(), LONGEST_NAME));
        String there = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
        return new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown_parameter",
                        "Unknown parameter",
                        "'%s' is unknown here. Known: %s.".formatted(name, there))
                .with(PARAMETER, name);
    }

    /** {@code what} says what the parameter takes. */
    public static ProblemException malformedParameter(String name, String what) {
        return new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "malformed_parameter",
                        "Not a value of this parameter",
                        "'%s' %s.".formatted(name, what))
                .with(PARAMETER, name);
    }

    /** Adds a member to the problem. */
    public ProblemException with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    public ProblemException with(HttpHeaders headers) {
        getHeaders().putAll(headers);
        return this;
    }

    /** The same request may succeed in a second. */
    public ProblemException retryable() {
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return this;
    }

    /** An answer, not a fault: nobody needs its stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        ProblemAdvice.name(problem, code);
        return problem;
    }

    static URI type(String code) {
        return URI.create("/problems/" + code);
    }
}

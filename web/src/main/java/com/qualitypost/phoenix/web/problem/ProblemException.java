package com.qualitypost.phoenix.web.problem;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that is refused, with the problem that its sender gets: {@code code} is stable, for programs; the detail tells
 * people what to do next. Handlers of exceptions may also return one.
 */
public final class ProblemException extends ErrorResponseException {
    private static final String PARAMETER = "parameter";
    private static final int LONGEST_NAME = 64;

    /** Its title is that of the status. */
    public ProblemException(HttpStatusCode status, String code, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        name(getBody(), code);
    }

    public ProblemException(HttpStatusCode status, String code, String title, String detail) {
        this(status, code, detail);
        setTitle(title);
    }

    public static ProblemException invalidRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }

    /** A mistake of ours, which the log has in full under the answer's trace id. */
    static ProblemException ourMistake() {
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal_server_error",
                "This is our mistake and has been logged. Try again; if it keeps failing, contact us with the trace_id.");
    }

    /** A query parameter that does not exist here: a mistyped one must not be ignored. */
    public static ProblemException unknownParameter(String entered, Collection<?> known) {
        String name = cut(entered);
        return new ProblemException(
                        HttpStatus.BAD_REQUEST, "unknown_parameter", "Unknown parameter", unknown(name, known))
                .with(PARAMETER, name);
    }

    /** A member of the body that we do not know. */
    public static ProblemException unknownMember(String entered, Collection<?> known) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "unknown_member", unknown(cut(entered), known));
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

    public ProblemException withHeader(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }

    /** The same request may succeed in a second. */
    public ProblemException retryable() {
        return retryAfter(Duration.ofSeconds(1));
    }

    public ProblemException retryAfter(Duration pause) {
        return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds()));
    }

    /** An answer, not a fault: nobody needs its stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    static void name(ProblemDetail problem, String code) {
        problem.setType(URI.create("/problems/" + code));
        problem.setProperty("code", code);
    }

    private static String unknown(String name, Collection<?> known) {
        String there = known.stream().map(String::valueOf).sorted().collect(joining(", "));
        return "'%s' is unknown here. Known: %s.".formatted(name, there.isEmpty() ? "none" : there);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}

package com.qualitypost.phoenix.query.problem;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is not answered as asked, with the problem its sender gets: {@code code} is stable, for programs. */
public final class Refusal extends ErrorResponseException {

    public Refusal(HttpStatus status, String code, String title, String detail) {
        super(status, problem(status, code, title, detail), null);
    }

    /** Adds a member to the problem. */
    public Refusal with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    public Refusal with(HttpHeaders headers) {
        getHeaders().putAll(headers);
        return this;
    }

    /** The same request may do better in a second. */
    public Refusal retryable() {
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return this;
    }

    /** An answer, not a fault: nobody looks at where it came from. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        Problems.name(problem, code);
        return problem;
    }

    static URI type(String code) {
        return URI.create("/problems/" + code);
    }
}

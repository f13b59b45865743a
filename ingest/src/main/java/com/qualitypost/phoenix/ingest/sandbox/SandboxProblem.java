package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.ingest.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that the sandbox refuses, with the problem that its sender gets. */
final class SandboxProblem extends RuntimeException {
    private final transient ProblemDetail problem;

    SandboxProblem(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.problem = Problems.problem(status, code, detail);
    }

    ProblemDetail problem() {
        return problem;
    }
}

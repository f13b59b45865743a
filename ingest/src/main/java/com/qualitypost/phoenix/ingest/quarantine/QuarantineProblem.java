package com.qualitypost.phoenix.ingest.quarantine;

import static com.qualitypost.phoenix.ingest.problem.Problems.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that is not carried out, as an RFC 9457 problem. */
final class QuarantineProblem extends ErrorResponseException {

    private QuarantineProblem(HttpStatus status, String code, String detail) {
        super(status, problem(status, code, detail), null);
    }

    static QuarantineProblem invalid(String detail) {
        return new QuarantineProblem(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }

    static QuarantineProblem notFound(String id) {
        return new QuarantineProblem(
                HttpStatus.NOT_FOUND,
                "not_in_quarantine",
                id + " is not in the quarantine. Send an id as the list shows it.");
    }

    static QuarantineProblem obstacle(ReplayObstacle obstacle) {
        return new QuarantineProblem(HttpStatus.UNPROCESSABLE_CONTENT, obstacle.name(), obstacle.advice);
    }

    static QuarantineProblem notAcknowledged() {
        QuarantineProblem refusal = new QuarantineProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not_acknowledged",
                "Kafka has not acknowledged all records. Replay them again: a record that is sent twice takes effect once.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        return refusal;
    }
}

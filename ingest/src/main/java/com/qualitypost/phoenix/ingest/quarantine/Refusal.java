package com.qualitypost.phoenix.ingest.quarantine;

import static com.qualitypost.phoenix.ingest.problem.Problems.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that is not done as asked, as an RFC 9457 problem. */
final class Refusal extends ErrorResponseException {

    private Refusal(HttpStatus status, String code, String detail) {
        super(status, problem(status, code, detail), null);
    }

    static Refusal invalid(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }

    static Refusal notFound(String id) {
        return new Refusal(HttpStatus.NOT_FOUND, "not_in_quarantine", id + " is not in the quarantine.");
    }

    static Refusal obstacle(Obstacle obstacle) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, obstacle.name(), obstacle.advice);
    }

    static Refusal notAcknowledged() {
        Refusal refusal = new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not_acknowledged",
                "Kafka has not acknowledged all records. Replay them again: it changes nothing twice.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        return refusal;
    }
}

package com.qualitypost.phoenix.ingest.problem;

import com.qualitypost.phoenix.tables.Outage;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is the matter where the database gave no answer, or one that nobody expected. */
@RestControllerAdvice
public class DatabaseProblems {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(DataAccessException failure, HttpServletRequest request) {
        if (failure instanceof PessimisticLockingFailureException) {
            return away("The database is busy with what you ask about just now. Ask again in a second.");
        }
        if (Outage.isOne(failure)) {
            return away("The database does not answer just now. Ask again in a second.");
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return ResponseEntity.internalServerError()
                .body(Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal_server_error",
                        "This is our mistake and has been logged. Try again, and tell us if it stays."));
    }

    private static ResponseEntity<ProblemDetail> away(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "database_away", detail));
    }
}

package com.qualitypost.phoenix.ingest.problem;

import com.qualitypost.phoenix.tables.Outage;
import com.qualitypost.phoenix.web.answer.Trace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that is thrown into a problem with {@code type} and {@code code}, Spring's own errors included. */
@RestControllerAdvice
public class SpringsProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(SpringsProblems.class);

    /** Whatever ends up here is a mistake of ours, so it is logged in full. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(RuntimeException mistake, WebRequest request) {
        log.error("{} failed, trace {}", request.getDescription(false), traceOf(request), mistake);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                "This is our mistake and has been logged. Try again; if it keeps failing, contact us with the trace_id.");
        return createResponseEntity(problem, HttpHeaders.EMPTY, status, request);
    }

    /** The database did not answer. Where it gave an unexpected answer, that is our mistake. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(DataAccessException failure, WebRequest request) {
        if (failure instanceof PessimisticLockingFailureException) {
            return away("The database is busy with what you asked about. Try again in a second.", request);
        }
        return Outage.isOne(failure)
                ? away("The database does not answer at the moment. Try again in a second.", request)
                : unforeseen(failure, request);
    }

    private @Nullable ResponseEntity<Object> away(String detail, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        ProblemDetail problem = Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "database_away", detail);
        return createResponseEntity(problem, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    private static String traceOf(WebRequest request) {
        return Trace.idOf(((ServletWebRequest) request).getRequest());
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (body instanceof ProblemDetail problem) {
            if (problem.getProperties() == null && known != null) {
                Problems.name(problem, known.name().toLowerCase(Locale.ROOT));
            }
            problem.setProperty("trace_id", traceOf(request));
        }
        return super.createResponseEntity(body, headers, status, request);
    }
}

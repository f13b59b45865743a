package com.qualitypost.phoenix.query.problem;

import com.qualitypost.phoenix.web.answer.Trace;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that is thrown into a problem with {@code type} and {@code code}, Spring's own errors included. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String CODE = "code";

    private static final String OUR_MISTAKE =
            "This is our mistake and has been logged. Try again; if it keeps failing, contact us with the trace_id.";

    /** Whatever ends up here is a mistake of ours, so it is logged in full. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(RuntimeException mistake, WebRequest request) {
        LOG.error("{} failed, trace {}", request.getDescription(false), traceOf(request), mistake);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, OUR_MISTAKE);
        return createResponseEntity(problem, HttpHeaders.EMPTY, status, request);
    }

    /** Parameters that cannot be decoded, such as {@code ?a=%zz}. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadable(InvalidParameterException mistake, WebRequest request) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                "The parameters cannot be read. Encode them as UTF-8 with percent signs, such as %C3%A9 for é.");
        return createResponseEntity(problem, HttpHeaders.EMPTY, status, request);
    }

    /** A value outside the bounds of its parameter. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException mistake, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ParameterValidationResult first =
                mistake.getParameterValidationResults().getFirst();
        ProblemException refusal = ProblemException.malformedParameter(
                first.getMethodParameter().getParameter().getName(),
                String.valueOf(first.getResolvableErrors().getFirst().getDefaultMessage()));
        return createResponseEntity(refusal.getBody(), headers, refusal.getStatusCode(), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders sent = new HttpHeaders();
        sent.putAll(headers);
        sent.setCacheControl(CacheControl.noStore());
        if (body instanceof ProblemDetail problem) {
            if (!isNamed(problem)) {
                name(problem, codeOf(status.value()));
            }
            problem.setProperty("trace_id", traceOf(request));
        }
        return super.createResponseEntity(body, sent, status, request);
    }

    private static String traceOf(WebRequest request) {
        return Trace.idOf(((ServletWebRequest) request).getRequest());
    }

    static void name(ProblemDetail problem, String code) {
        problem.setType(ProblemException.type(code));
        problem.setProperty(CODE, code);
    }

    private static boolean isNamed(ProblemDetail problem) {
        Map<String, Object> members = problem.getProperties();
        return members != null && members.containsKey(CODE);
    }

    static String codeOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "http_" + status : known.name().toLowerCase(Locale.ROOT);
    }
}

package com.qualitypost.phoenix.web.problem;

import com.qualitypost.phoenix.tables.Outage;
import com.qualitypost.phoenix.web.answer.Trace;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that is thrown into a problem with {@code type} and {@code code}, Spring's own errors included. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Whatever ends up here is a mistake of ours, so it is logged in full. */
    @ExceptionHandler
    ProblemException unforeseen(RuntimeException mistake, HttpServletRequest request) {
        log.error("{} failed, trace {}", request.getRequestURI(), Trace.idOf(request), mistake);
        return ProblemException.ourMistake();
    }

    /** The database did not answer. Where it gave an unexpected answer, that is our mistake. */
    @ExceptionHandler
    ProblemException failed(DataAccessException failure, HttpServletRequest request) {
        if (failure instanceof PessimisticLockingFailureException) {
            return away("The database is busy with what you asked about. Try again in a second.");
        }
        return Outage.isOne(failure)
                ? away("The database does not answer at the moment. Try again in a second.")
                : unforeseen(failure, request);
    }

    private static ProblemException away(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "database_away", detail).retryable();
    }

    /** Parameters that cannot be decoded, such as {@code ?a=%zz}. */
    @ExceptionHandler
    ProblemException unreadable(InvalidParameterException mistake) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad_request",
                "The parameters cannot be read. Encode them as UTF-8 with percent signs, such as %C3%A9 for é.");
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
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && request instanceof ServletServerHttpRequest asked) {
            response.getHeaders().setCacheControl(CacheControl.noStore());
            ProblemWriter.complete(problem, asked.getServletRequest());
        }
        return body;
    }
}

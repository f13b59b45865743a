package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.sandbox.TestKey;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import com.qualitypost.phoenix.web.problem.ProblemException;
import com.qualitypost.phoenix.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers plain lookups, which name a number and nothing else, by the same handler as all others, but without Spring MVC
 * around it: that costs more than the lookup, as the yardstick {@code lookup-hot} shows. It is the last filter, so that
 * all others have run.
 */
@Component
final class PlainLookups extends HttpFilter {
    private static final String PATH = "/v1/tracking/";

    private final transient TrackingController handler;

    PlainLookups(TrackingController handler) {
        this.handler = handler;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isPlain(request)
                || !(TrackingNumber.read(request.getRequestURI().substring(PATH.length()))
                        instanceof Reading.Valid(TrackingNumber number))) {
            chain.doFilter(request, response);
            return;
        }
        ResponseEntity<byte[]> answer;
        try {
            answer = answer(number, request);
        } catch (ProblemException refusal) {
            // As Spring names it.
            refusal.setInstance(URI.create(request.getRequestURI()));
            ProblemWriter.write(refusal, request, response);
            return;
        } catch (RuntimeException _) {
            // Spring's handlers of exceptions know what to log and what to say.
            chain.doFilter(request, response);
            return;
        }
        send(answer, response);
    }

    /** Whether there is nothing for Spring to decode, to compare or to refuse. */
    private static boolean isPlain(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.startsWith(PATH)
                && request.getQueryString() == null
                && HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                && address.chars().skip(PATH.length()).allMatch(PlainLookups::isOfNumber);
    }

    private static boolean isOfNumber(int character) {
        return character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character == '-';
    }

    private ResponseEntity<byte[]> answer(TrackingNumber number, HttpServletRequest request) {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(TrackingController.LOOKUP));
        TestKey.mayAsk(request.getHeader(HttpHeaders.AUTHORIZATION), number);
        String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return handler.track(number.value(), null, null, null, languages, null, request);
    }

    private static void send(ResponseEntity<byte[]> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        byte[] body = answer.getBody();
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}

package com.qualitypost.phoenix.web.problem;

import com.qualitypost.phoenix.web.answer.EveryAnswer;
import com.qualitypost.phoenix.web.answer.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where Spring has no part in the answer, and completes them where it has. */
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private ProblemWriter() {}

    public static void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        EveryAnswer.head(request, response);
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setStatus(problem.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        complete(problem.getBody(), request);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem.getBody()));
    }

    /** Spring's own problems have no code; none has a trace id before it is sent. */
    static void complete(ProblemDetail problem, HttpServletRequest request) {
        Map<String, Object> members = problem.getProperties();
        if (members == null || !members.containsKey("code")) {
            ProblemException.name(problem, codeOf(problem.getStatus()));
        }
        problem.setProperty("trace_id", Trace.idOf(request));
    }

    private static String codeOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "http_" + status : known.name().toLowerCase(Locale.ROOT);
    }
}

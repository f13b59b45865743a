package com.qualitypost.phoenix.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A problem (RFC 9457) for answers that Spring does not write. Its texts are ours: none contains a quotation mark. */
public record PlainProblem(int status, String code, String title, String detail) {
    private static final String JSON = """
            {"type":"/problems/%1$s","title":"%2$s","status":%3$d,"code":"%1$s","trace_id":"%4$s","detail":"%5$s"}""";

    public void answer(Request request, Response response) throws IOException {
        EveryAnswer.head(request, response);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.getOutputStream()
                .write(JSON.formatted(code, title, status, Trace.idOf(request), detail)
                        .getBytes(UTF_8));
    }
}

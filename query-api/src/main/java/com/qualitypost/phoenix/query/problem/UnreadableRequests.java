package com.qualitypost.phoenix.query.problem;

import com.qualitypost.phoenix.web.EveryAnswer;
import com.qualitypost.phoenix.web.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers with a problem what Tomcat refuses before Spring sees it, such as an address with {@code %zz}, or {@code TRACE}. */
public final class UnreadableRequests extends ErrorReportValve {
    private static final String PROBLEM = """
            {"type":"%s","title":"%s","status":%d,"code":"%s","trace_id":"%s","detail":"%s"}""";

    private enum Said {
        UNREADABLE(
                "bad_request",
                "Unreadable request",
                "This request cannot be read. Ask GET /v1/tracking/{number}, with the number as it is written on the label: "
                        + "8 to 48 letters, digits or single hyphens, and at least one digit."),
        NO_SUCH_METHOD("method_not_allowed", "Method not allowed", "No address takes this method. Use GET or POST."),
        BODY_TOO_SLOW(
                "body_too_slow",
                "Request timeout",
                "The body stood still. Nothing of it was taken: send it again, less at once."),
        OUR_MISTAKE("internal_server_error", "Internal server error", Problems.OUR_MISTAKE);

        private final String code;
        private final String title;
        private final String detail;

        Said(String code, String title, String detail) {
            this.code = code;
            this.title = title;
            this.detail = detail;
        }

        static Said of(int status) {
            return switch (status) {
                case 405 -> NO_SUCH_METHOD;
                case 408 -> BODY_TOO_SLOW;
                case 500 -> OUR_MISTAKE;
                default -> UNREADABLE;
            };
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable mistake) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Said said = Said.of(status);
        String trace = Trace.idOf(request);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            EveryAnswer.head(request, response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.getOutputStream()
                    .write(PROBLEM.formatted(Refusal.type(said.code), said.title, status, said.code, trace, said.detail)
                            .getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tomcat makes the valve by its name. */
    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory tomcat) {
            tomcat.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(UnreadableRequests.class.getName());
                }
            });
        }
    }
}

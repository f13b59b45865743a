package com.qualitypost.phoenix.ingest.problem;

import com.qualitypost.phoenix.web.EveryAnswer;
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
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers with a problem what Tomcat refuses before or behind Spring, such as an address with {@code %zz}, or {@code TRACE}. */
public final class UnreadableRequests extends ErrorReportValve {

    private static final String PROBLEM = """
            {"type":"/problems/%1$s","title":"%2$s","status":%3$d,"code":"%1$s","detail":"%4$s"}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable mistake) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            EveryAnswer.head(request, response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(problem(status).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String problem(int status) {
        return switch (status) {
            case 405 ->
                PROBLEM.formatted("method_not_allowed", "Method not allowed", status, "No address takes this method.");
            case 408 ->
                PROBLEM.formatted(
                        "body_too_slow",
                        "Request timeout",
                        status,
                        "The body stood still. Nothing of it was taken: send it again, less at once.");
            case 500 ->
                PROBLEM.formatted(
                        "internal_server_error",
                        "Internal server error",
                        status,
                        "This is our mistake and has been logged. Try again, and tell us if it stays.");
            default ->
                PROBLEM.formatted(
                        "bad_request",
                        "Unreadable request",
                        status,
                        "This request cannot be read: its address, or its head.");
        };
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
            // A device's id may have a slash.
            tomcat.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling("passthrough"));
        }
    }
}

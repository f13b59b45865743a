package com.qualitypost.phoenix.web.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Answers with a problem what Tomcat refuses before or behind Spring, such as an address with {@code %zz}, or {@code TRACE}.
 * It is public because Tomcat makes it, by its name.
 */
public final class ProblemErrorValve extends ErrorReportValve {

    /** Lets it answer in the place of Tomcat's own pages. */
    public static void answerAt(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
            }
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable mistake) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problem(status).answer(request, response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlainProblem problem(int status) {
        return switch (status) {
            case 404 -> new PlainProblem(status, "not_found", "Not found", "There is nothing at this address.");
            case 405 ->
                new PlainProblem(
                        status, "method_not_allowed", "Method not allowed", "No address here takes this method.");
            case 408 ->
                new PlainProblem(
                        status,
                        "body_too_slow",
                        "Request timeout",
                        "The body stood still. Nothing of it was taken: send it again, less at once.");
            case 500 ->
                new PlainProblem(
                        status,
                        "internal_server_error",
                        "Internal server error",
                        "This is our mistake and has been logged. Try again, and tell us if it stays.");
            default ->
                new PlainProblem(
                        status,
                        "bad_request",
                        "Unreadable request",
                        "This request cannot be read: its address, or its head. Encode what is no letter or digit as UTF-8 with percent signs, such as %C3%A9 for é.");
        };
    }
}

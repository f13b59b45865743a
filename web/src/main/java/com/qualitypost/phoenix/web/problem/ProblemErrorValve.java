package com.qualitypost.phoenix.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.http.HttpStatusCode;

/**
 * Answers with a problem where Tomcat refuses a request outside of Spring, such as an address with {@code %zz}, or
 * {@code TRACE}. It is public because Tomcat instantiates it by name.
 */
public final class ProblemErrorValve extends ErrorReportValve {
    /** Replaces Tomcat's own error pages. */
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
            ProblemWriter.write(problem(HttpStatusCode.valueOf(status)), request, response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException problem(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new ProblemException(status, "not_found", "Not found", "There is nothing at this address.");
            case 405 ->
                new ProblemException(
                        status, "method_not_allowed", "Method not allowed", "No address here accepts this method.");
            case 408 ->
                new ProblemException(
                        status,
                        "body_too_slow",
                        "Request timeout",
                        "The body stopped arriving. Nothing of it was processed: send it again, in smaller parts.");
            case 500 -> ProblemException.ourMistake();
            default ->
                new ProblemException(
                        status,
                        "bad_request",
                        "Unreadable request",
                        "The address or the headers of this request cannot be read. Encode everything but letters and digits as UTF-8 with percent signs, such as %C3%A9 for é.");
        };
    }
}

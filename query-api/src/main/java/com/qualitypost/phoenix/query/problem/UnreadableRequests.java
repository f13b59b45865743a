package com.qualitypost.phoenix.query.problem;

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

/** Answers with a problem what Tomcat refuses before Spring sees it, such as an address with {@code %zz}. */
public final class UnreadableRequests extends ErrorReportValve {
    private static final String PROBLEM = """
            {"type":"%s","title":"Unreadable request","status":%d,"code":"%s","trace_id":"%s",\
            "detail":"This address cannot be read. Ask GET /v1/tracking/{number}, with the number as it is \
            written on the label: 8 to 35 letters, digits or hyphens."}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable mistake) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String code = Problems.codeOf(status);
        String trace = Trace.idOf(request);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(Trace.HEADER, trace);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.getOutputStream()
                    .write(PROBLEM.formatted(Refusal.type(code), status, code, trace)
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

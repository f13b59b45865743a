package com.qualitypost.phoenix.web;

import com.qualitypost.phoenix.web.admission.Connection;
import com.qualitypost.phoenix.web.answer.EveryAnswer;
import com.qualitypost.phoenix.web.problem.ProblemException;
import com.qualitypost.phoenix.web.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Checks every request first, on both ports, and refuses unwelcome callers before anything of the request is read. */
final class FrontDoor extends ValveBase {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> READ = Set.of("GET", "HEAD");

    private final Hosts hosts;
    private final OperatorAccess access;
    private final @Nullable Connector management;

    FrontDoor(Hosts hosts, OperatorAccess access, @Nullable Connector management) {
        super(true);
        this.hosts = hosts;
        this.access = access;
        this.management = management;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Connection.serves();
        EveryAnswer.head(request, response);
        // What Tomcat could not read it has refused itself.
        Optional<ProblemException> refused = response.isError() ? Optional.empty() : refused(request);
        if (refused.isPresent()) {
            answer(refused.get(), request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private Optional<ProblemException> refused(Request request) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (!hosts.areMeantBy(host, request.getLocalAddr())) {
            return Optional.of(
                    new ProblemException(
                            HttpStatus.MISDIRECTED_REQUEST,
                            "unknown_host",
                            "Not our name",
                            "The Host header does not name this application. Use its IP address, or add the name to phoenix.web.hosts."));
        }
        if (!CHANGE_NOTHING.contains(request.getMethod())
                && !hosts.areOrigin(request.getHeader(HttpHeaders.ORIGIN), host)) {
            return Optional.of(
                    new ProblemException(
                            HttpStatus.FORBIDDEN,
                            "foreign_origin",
                            "Sent by a page of another site",
                            "Pages of other sites may not change anything here. If this is your page, have the proxy pass the Host header on unchanged."));
        }
        if (request.getConnector() == management) {
            request.setAttribute(ManagementPort.CAME_TO, true);
            return isOperator(request)
                    ? Optional.empty()
                    : Optional.of(new ProblemException(
                                    HttpStatus.UNAUTHORIZED,
                                    "operators_only",
                                    "For operators",
                                    "Send the operators' token: Authorization: Bearer ... In a browser, open the link that ./phoenix ops prints.")
                            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
        }
        return Optional.empty();
    }

    private boolean isOperator(Request request) {
        return access.isToken(request.getHeader(HttpHeaders.AUTHORIZATION))
                || (READ.contains(request.getMethod()) || isFormOfOurs(request)) && hasPass(request)
                || request.getMethod().equals(HttpMethod.GET.name())
                        && request.getRequestURI().equals(OperatorAccess.ENTRANCE);
    }

    /** A browser names the page that sends a form. Links that open for twelve hours more are not handed out by a form. */
    private static boolean isFormOfOurs(Request request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && request.getRequestURI().startsWith(OperatorAccess.FORMS)
                && Hosts.isOwnPage(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST));
    }

    /**
     * A cookie grants reading, and the forms of our own pages: cookies ignore ports, so pages of other programs on this
     * machine are sent with it too.
     */
    private boolean hasPass(Request request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Stream.of(cookies)
                        .anyMatch(cookie ->
                                cookie.getName().equals(OperatorAccess.COOKIE) && access.isPass(cookie.getValue()));
    }

    private static void answer(ProblemException refused, Request request, Response response) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            Connection.endsWith(response);
        }
        ProblemWriter.write(refused, request, response);
    }
}

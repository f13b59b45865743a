package com.qualitypost.phoenix.query.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Sets the headers of every page: nothing foreign is loaded, nothing is indexed, and the language is remembered. */
final class PageHeaders implements HandlerInterceptor {
    private static final String ONLY_OURS = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'none'""";

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        put(request, response);
        return true;
    }

    static void put(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", ONLY_OURS);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        // With "no-referrer" a browser would also hide that a form was sent by one of our pages.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        PageLanguage.switchedTo(request)
                .ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, remembered(language, request)));
        offerTheOther(request);
    }

    private static String remembered(Locale language, HttpServletRequest request) {
        return ResponseCookie.from(PageLanguage.SWITCH, language.getLanguage())
                .path("/")
                .maxAge(A_YEAR)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build()
                .toString();
    }

    private static void offerTheOther(HttpServletRequest request) {
        String other =
                PageLanguage.other(RequestContextUtils.getLocale(request)).getLanguage();
        request.setAttribute("otherLanguage", other);
        request.setAttribute(
                "otherAddress",
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam(PageLanguage.SWITCH, other)
                        .build()
                        .toUriString());
    }
}

package com.qualitypost.phoenix.query.operations.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.vocabulary.PlainText;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The name that an operator gives. It is not checked, and a browser remembers it until it is closed. */
public record OperatorName(String value) {
    /** The most characters that the tables hold. */
    public static final int LONGEST = 64;

    private static final String COOKIE = "phoenix_operator_name";

    /** Empty if nothing is left of it, or too much. */
    public static Optional<OperatorName> of(@Nullable String entered) {
        return Optional.ofNullable(entered)
                .map(PlainText::of)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                .map(OperatorName::new);
    }

    /** The name that the browser remembers. */
    public static Optional<OperatorName> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(OperatorName::decoded)
                .flatMap(OperatorName::of);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // It is none of ours.
        }
    }

    /** As a header, for the browser to remember. */
    public String cookie(boolean secure) {
        return ResponseCookie.from(COOKIE, URLEncoder.encode(value, UTF_8))
                .path("/ops")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .build()
                .toString();
    }
}

package com.qualitypost.phoenix.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Lets operators in by their token or, in a browser, by a pass that a link hands out. A link works once and expires
 * soon; a pass is signed by us, so nothing has to be stored for it.
 */
public final class OperatorAccess {
    /** The address of the link that hands out a pass. */
    public static final String ENTRANCE = "/ops/entrance";

    /** Below this address a browser's pass is enough to send a form of ours. */
    static final String FORMS = "/ops/shipments/";

    /** The cookie that holds a browser's pass. */
    static final String COOKIE = "phoenix_operator";

    /** How long a pass is valid. */
    static final Duration SHIFT = Duration.ofHours(12);

    private static final Duration LINK_LIFE = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";
    private static final String HMAC = "HmacSHA256";
    private static final int CODE_BYTES = 32;

    private final String token;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

    private record Link(String code, Instant until) {}

    OperatorAccess(String token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    boolean isToken(@Nullable String authorization) {
        return !token.isEmpty()
                && authorization != null
                && authorization.startsWith(BEARER)
                && equal(authorization.substring(BEARER.length()), token);
    }

    boolean isPass(String pass) {
        int end = pass.indexOf('.');
        if (end < 0 || !equal(pass, signed(pass.substring(0, end)))) {
            return false;
        }
        return clock.millis() < Long.parseLong(pass.substring(0, end));
    }

    /** Makes the code of a link; the previous code becomes invalid. */
    public String newCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = HexFormat.of().formatHex(bytes);
        link.set(new Link(code, clock.instant().plus(LINK_LIFE)));
        return code;
    }

    /** Exchanges a code for a cookie with a pass; works once per code. */
    public Optional<String> cookieFor(String code, boolean secure) {
        return passFor(code)
                .map(pass -> ResponseCookie.from(COOKIE, pass)
                        .path("/")
                        .maxAge(SHIFT)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(secure)
                        .build()
                        .toString());
    }

    Optional<String> passFor(String code) {
        Link open = link.get();
        boolean opens = open != null
                && clock.instant().isBefore(open.until)
                && equal(code, open.code)
                && link.compareAndSet(open, null);
        return opens
                ? Optional.of(signed(Long.toString(clock.instant().plus(SHIFT).toEpochMilli())))
                : Optional.empty();
    }

    private String signed(String until) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), HMAC));
            return until + "." + HexFormat.of().formatHex(mac.doFinal(until.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}

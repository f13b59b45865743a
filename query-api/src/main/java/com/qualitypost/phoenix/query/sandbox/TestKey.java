package com.qualitypost.phoenix.query.sandbox;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells a program that asks for a live number with a test key exactly that: it has mixed up its settings. */
public final class TestKey {
    /** Its beginning shows it, whether or not it is known. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +pk_test_\\S+ *");

    private TestKey() {}

    /** Refuses a live number to a test key; whoever sends none, or a live one, may ask for any. */
    public static void mayAsk(@Nullable String authorization, TrackingNumber number) {
        if (authorization != null && BEARER.matches(authorization) && !number.isForTests()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "test_key",
                    "Live number, test key",
                    "%s is a live number and this is a test key: it sees numbers for tests only, which begin with PQ99. Ask with a live key, or without one."
                            .formatted(number));
        }
    }
}

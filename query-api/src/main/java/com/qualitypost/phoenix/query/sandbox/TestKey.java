package com.qualitypost.phoenix.query.sandbox;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells a program that uses a test key for a live number that it has mixed up its settings. */
public final class TestKey {
    /** The beginning of a key shows it, whether or not the key is known. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +pk_test_\\S+ *");

    private TestKey() {}

    /** Refuses live numbers to test keys; without a key, or with a live one, any number may be looked up. */
    public static void mayAsk(@Nullable String authorization, TrackingNumber number) {
        if (authorization != null && BEARER.matches(authorization) && !number.isForTests()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "test_key",
                    "Live number, test key",
                    "%s is a live number and this is a test key, which only sees test numbers; they begin with %s. Use a live key, or none."
                            .formatted(number, TrackingNumber.FOR_TESTS));
        }
    }
}

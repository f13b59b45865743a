package com.qualitypost.phoenix.ingest.sandbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.qualitypost.phoenix.ingest.merchant.Merchants;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Finds the merchant of a test key, to whom the test shipments belong. */
final class TestKeys {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private final Merchants merchants;

    TestKeys(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The merchant as its tickets name it. */
    String merchant(@Nullable String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!bearer.matches()) {
            throw unauthorized("missing_key", "Send your test key: 'Authorization: Bearer pk_test_...'.");
        }
        Merchants.Owner owner = merchants
                .owner(bearer.group(1))
                .orElseThrow(
                        () -> unauthorized("unknown_key", "This key is unknown or revoked. Ask us for a new one."));
        if (!owner.test()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "live_key",
                    "This is a live key, and the sandbox accepts test keys only (pk_test_...). Ask us for one.");
        }
        return MerchantId.inTestMode(owner.merchantId());
    }

    private static ProblemException unauthorized(String code, String detail) {
        return new ProblemException(HttpStatus.UNAUTHORIZED, code, detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}

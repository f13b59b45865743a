package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.query.http.TrackingNumberParam;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.ScanId;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads a lookup request, or refuses it and says how to write it. */
@Component
class LookupRequests {
    private static final int LONGEST_REVISION = 18;

    private final WaitSettings settings;

    LookupRequests(WaitSettings settings) {
        this.settings = settings;
    }

    LookupRequest read(
            String number,
            Language language,
            @Nullable String after,
            @Nullable String minRevision,
            @Nullable String wait) {
        return new LookupRequest(
                TrackingNumberParam.read(number), language, scanId(after), minRevision(minRevision), patience(wait));
    }

    private static @Nullable String scanId(@Nullable String after) {
        return after == null
                ? null
                : ScanId.read(PlainText.of(after))
                        .map(UUID::toString)
                        .orElseThrow(
                                () -> malformed(
                                        "malformed_scan_id",
                                        "Not a scan id",
                                        "'after' takes the id of one scan, a UUID such as 0198f3c2-7a10-7cc3-98c4-dc0c0c07398f."));
    }

    private static long minRevision(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_REVISION
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
        if (!isNumber) {
            throw malformed(
                    "malformed_min_revision",
                    "Not a revision",
                    "'min_revision' takes a number: the Phoenix-Revision of an answer that you received.");
        }
        return Long.parseLong(text);
    }

    private Duration patience(@Nullable String text) {
        Duration wait = text == null ? settings.defaultLimit() : duration(text);
        if (wait.isNegative() || wait.compareTo(settings.maxLimit()) > 0) {
            throw malformedWait();
        }
        return wait;
    }

    private Duration duration(String text) {
        try {
            return DurationStyle.SIMPLE.parse(text, ChronoUnit.SECONDS);
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw malformedWait();
        }
    }

    private ProblemException malformedWait() {
        return malformed(
                "malformed_wait",
                "Not a time to wait",
                "'wait' takes 0 to %d seconds, for example 2s or 500ms."
                        .formatted(settings.maxLimit().toSeconds()));
    }

    private static ProblemException malformed(String code, String title, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, title, detail);
    }
}

package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Standard;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The problems of a well-formed lookup; each detail says what it means for the caller. */
public final class LookupProblems {
    private LookupProblems() {}

    static ProblemException unknown(LookupRequest question, NodeAnswer<LookupRow> found) {
        String number = question.number().value();
        return switch (question.number().check()) {
            case NumberCheck.WrongDigit(Standard _, int expected) ->
                unknown(
                                number,
                                "Its check digit is wrong, %d was expected: one of its digits is mistyped. Compare it with the label."
                                        .formatted(expected),
                                found)
                        .with("expected_check_digit", expected);
            case NumberCheck.UnknownCountry(String country) ->
                unknown(
                        number,
                        "Its last two letters should be a country, but %s is not one. Compare it with the label."
                                .formatted(country),
                        found);
            case NumberCheck.Sound _, NumberCheck.Unchecked _ ->
                unknown(number, "Check the number; a new parcel appears within seconds of its first scan.", found);
        };
    }

    private static ProblemException unknown(String number, String advice, NodeAnswer<LookupRow> found) {
        return new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown_number",
                        "Unknown tracking number",
                        "We have no parcel %s. %s".formatted(number, advice))
                .with(FreshnessHeaders.of(found));
    }

    static ProblemException notYet(NodeAnswer<LookupRow> found) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "not_yet_visible",
                        "Not yet visible",
                        "What you are waiting for has not arrived here yet. Ask again, or leave out 'after' and 'min_revision' to get what is known.")
                .with(FreshnessHeaders.of(found))
                .retryable();
    }

    static ProblemException quarantined(NodeAnswer<LookupRow> found, String reason) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "scan_quarantined",
                        "Scan quarantined",
                        "This scan was accepted and stored, but could not be judged (%s), so the parcel's history does not show it. An operator has to look at it; waiting does not help."
                                .formatted(reason))
                .with("quarantine_reason", reason)
                .with(FreshnessHeaders.of(found));
    }

    public static ProblemException unavailable() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database_unavailable",
                        "Lookups are down",
                        "No database node can answer at the moment. Ask again in a second.")
                .retryable();
    }

    static ProblemException crowded() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too_many_waiting",
                        "Too many callers are waiting",
                        "Ask again in a second, or do not wait ('wait=0s').")
                .retryable();
    }
}

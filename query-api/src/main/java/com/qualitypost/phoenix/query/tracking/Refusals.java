package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.problem.Refusal;
import org.springframework.http.HttpStatus;

/** The problems of a lookup that was understood; what each means for the caller stands in its detail. */
final class Refusals {
    private Refusals() {}

    static Refusal unknown(Question question, Answer<Lookup> found) {
        return new Refusal(
                        HttpStatus.NOT_FOUND,
                        "unknown_number",
                        "Unknown tracking number",
                        "We have no parcel %s. Check the number; a new parcel appears within seconds of its first scan."
                                .formatted(question.number()))
                .with(Headers.of(found));
    }

    static Refusal notYet(Answer<Lookup> found) {
        return new Refusal(
                        HttpStatus.CONFLICT,
                        "not_yet_visible",
                        "Not yet visible",
                        "What you wait for has not arrived here yet. Ask again, or without 'after' and 'min_revision' for what is known.")
                .with(Headers.of(found))
                .retryable();
    }

    static Refusal quarantined(Answer<Lookup> found, String reason) {
        return new Refusal(
                        HttpStatus.CONFLICT,
                        "scan_quarantined",
                        "Scan set aside",
                        "This scan was received and kept, but could not be judged (%s), so the parcel's history does not show it. A person has to look at it; waiting does not help."
                                .formatted(reason))
                .with("quarantine_reason", reason)
                .with(Headers.of(found));
    }

    static Refusal unavailable() {
        return new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database_unavailable",
                        "Lookups are down",
                        "No database node answers just now. Ask again in a second.")
                .retryable();
    }

    static Refusal crowded() {
        return new Refusal(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too_many_waiting",
                        "Too many callers are waiting",
                        "Ask again in a second, or without waiting ('wait=0s').")
                .retryable();
    }
}

package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A lookup for callers that show the answer to people instead of passing it on: it never waits. */
@Component
public class ImmediateLookup {
    private final Tracking tracking;

    ImmediateLookup(Tracking tracking) {
        this.tracking = tracking;
    }

    /** The result. */
    public sealed interface Seen {
        /**
         * The answer as the API sends it.
         *
         * @param version {@code <generation>-<revision>}
         * @param now the node's time, UTC
         */
        record Known(byte[] body, String version, LocalDateTime now) implements Seen {}

        /** No scan of such a parcel has come through. */
        record Unknown() implements Seen {}

        /** No node answers. */
        record Away() implements Seen {}
    }

    public Seen at(TrackingNumber number, Locale locale) {
        Language language = Language.accepted(locale.toLanguageTag());
        return switch (tracking.atOnce(new LookupRequest(number, language, null, 0, Duration.ZERO))) {
            case LookupResult.Visible(NodeAnswer<LookupRow> found, StoredAnswer answer) ->
                known(answer, found.found().freshness().now());
            case LookupResult.Unknown _, LookupResult.NotYet _, LookupResult.Quarantined _ -> new Seen.Unknown();
            case LookupResult.Unavailable _, LookupResult.Crowded _ -> new Seen.Away();
        };
    }

    /** The version that is visible; refused if there is none. */
    public Version versionOf(TrackingNumber number) {
        LookupRequest question = new LookupRequest(number, Language.ES, null, 0, Duration.ZERO);
        return switch (tracking.atOnce(question)) {
            case LookupResult.Visible visible -> visible.answer().version();
            case LookupResult.Unknown(NodeAnswer<LookupRow> found) -> throw LookupProblems.unknown(question, found);
            case LookupResult.NotYet _,
                    LookupResult.Quarantined _,
                    LookupResult.Unavailable _,
                    LookupResult.Crowded _ -> throw LookupProblems.unavailable();
        };
    }

    private static Seen known(StoredAnswer answer, LocalDateTime now) {
        return new Seen.Known(answer.body(now), answer.version().toString(), now);
    }
}

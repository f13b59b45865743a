package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** A lookup for who shows the answer to people instead of sending it on: it never waits. */
@Service
public class Glance {
    private final Tracking tracking;

    Glance(Tracking tracking) {
        this.tracking = tracking;
    }

    /** What there is to see. */
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
        return switch (tracking.atOnce(new Question(number, language, null, 0, Duration.ZERO))) {
            case Reply.Visible(Answer<Lookup> found, StoredAnswer answer) ->
                known(answer, found.found().freshness().now());
            case Reply.Unknown _, Reply.NotYet _, Reply.Quarantined _ -> new Seen.Unknown();
            case Reply.Unavailable _, Reply.Crowded _ -> new Seen.Away();
        };
    }

    /** The version that is to be seen; refused where there is none. */
    public Version versionOf(TrackingNumber number) {
        Question question = new Question(number, Language.ES, null, 0, Duration.ZERO);
        return switch (tracking.atOnce(question)) {
            case Reply.Visible visible -> visible.answer().version();
            case Reply.Unknown(Answer<Lookup> found) -> throw Refusals.unknown(question, found);
            case Reply.NotYet _, Reply.Quarantined _, Reply.Unavailable _, Reply.Crowded _ ->
                throw Refusals.unavailable();
        };
    }

    private static Seen known(StoredAnswer answer, LocalDateTime now) {
        return new Seen.Known(answer.body(now), answer.version().toString(), now);
    }
}

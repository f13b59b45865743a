package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.view.Messages;
import com.qualitypost.phoenix.query.page.view.ParcelView;
import com.qualitypost.phoenix.query.page.view.ParcelViewBuilder;
import com.qualitypost.phoenix.query.page.view.RecipientDetails;
import com.qualitypost.phoenix.query.recipient.Details;
import com.qualitypost.phoenix.query.tracking.ImmediateLookup;
import com.qualitypost.phoenix.query.tracking.ImmediateLookup.Seen;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds what to show for a number that somebody entered. */
@Component
class ParcelPages {
    private final ImmediateLookup glance;
    private final MessageSource catalogue;

    ParcelPages(ImmediateLookup glance, MessageSource catalogue) {
        this.glance = glance;
        this.catalogue = catalogue;
    }

    /** The result for a number. */
    sealed interface Answer {
        /** @param version {@code <generation>-<revision>} */
        record Found(ParcelView view, String version) implements Answer {}

        record Missing(ErrorView trouble) implements Answer {}
    }

    /** What a stranger sees. */
    Answer to(String entered, Locale locale) {
        Messages texts = in(locale);
        return switch (TrackingNumber.read(entered)) {
            case Reading.Valid(TrackingNumber number) -> to(number, RecipientDetails.NOTHING, texts);
            case Reading.WrongCheckDigit(String number, int expected) ->
                new Answer.Missing(ErrorView.wrongDigit(number, expected, texts));
            case Reading.Malformed _ -> new Answer.Missing(ErrorView.malformed(entered, texts));
        };
    }

    /** The number without hyphens that somebody may have typed between its groups, if that is one of ours. */
    Optional<TrackingNumber> knownUngrouped(String entered, Locale locale) {
        return TrackingNumber.read(entered) instanceof Reading.Valid(TrackingNumber number)
                ? number.ungrouped().filter(other -> glance.at(other, locale) instanceof Seen.Known)
                : Optional.empty();
    }

    /** What the recipient sees. */
    Answer to(TrackingNumber number, Details details, Locale locale) {
        Messages texts = in(locale);
        return to(number, RecipientDetails.of(details, texts), texts);
    }

    private Answer to(TrackingNumber number, RecipientDetails opened, Messages texts) {
        return switch (glance.at(number, texts.locale())) {
            case Seen.Known known ->
                new Answer.Found(
                        new ParcelViewBuilder(texts, Utc.instant(known.now()), opened)
                                .of(TrackingAnswer.read(known.body())),
                        known.version());
            case Seen.Unknown _ -> new Answer.Missing(ErrorView.unknown(number, texts));
            case Seen.Away _ -> new Answer.Missing(ErrorView.away(number.value(), texts));
        };
    }

    Messages in(Locale locale) {
        return new Messages(catalogue, locale);
    }
}

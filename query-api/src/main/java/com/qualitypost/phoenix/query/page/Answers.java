package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.tracking.Glance;
import com.qualitypost.phoenix.query.tracking.Glance.Seen;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds what to show for a number that somebody entered. */
@Component
class Answers {
    private final Glance glance;
    private final MessageSource catalogue;

    Answers(Glance glance, MessageSource catalogue) {
        this.glance = glance;
        this.catalogue = catalogue;
    }

    /** What a number comes to. */
    sealed interface Answer {
        record Found(View view) implements Answer {}

        record Missing(Trouble trouble) implements Answer {}
    }

    Answer to(String entered, Locale locale) {
        Texts texts = in(locale);
        return switch (TrackingNumber.read(entered)) {
            case Reading.Valid(TrackingNumber number) -> to(number, texts);
            case Reading.WrongCheckDigit(String number, int expected) ->
                new Answer.Missing(Trouble.wrongDigit(number, expected, texts));
            case Reading.Malformed _ -> new Answer.Missing(Trouble.malformed(entered, texts));
        };
    }

    private Answer to(TrackingNumber number, Texts texts) {
        return switch (glance.at(number, texts.locale())) {
            case Seen.Known known ->
                new Answer.Found(new Views(texts, known.now().toInstant(ZoneOffset.UTC))
                        .of(Parcel.read(known.body()), known.version()));
            case Seen.Unknown _ -> new Answer.Missing(Trouble.unknown(number, texts));
            case Seen.Away _ -> new Answer.Missing(Trouble.away(number.value(), texts));
        };
    }

    Texts in(Locale locale) {
        return new Texts(catalogue, locale);
    }
}

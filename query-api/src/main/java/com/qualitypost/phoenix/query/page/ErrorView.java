package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.view.Messages;
import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why there is no parcel to show, in the words of one language.
 *
 * @param meant the number that was most likely meant, to continue with
 */
record ErrorView(
        HttpStatus status,
        String number,
        String title,
        String advice,
        @Nullable String meant) {
    static ErrorView malformed(String entered, Messages texts) {
        return of(HttpStatus.BAD_REQUEST, "malformed", PlainText.shown(entered), texts);
    }

    static ErrorView wrongDigit(String number, int expected, Messages texts) {
        return of(HttpStatus.BAD_REQUEST, "wrong_digit", number, texts, number, expected);
    }

    static ErrorView unknown(TrackingNumber number, Messages texts) {
        String value = number.value();
        return switch (number.check()) {
            case NumberCheck.WrongDigit(NumberCheck.Standard _, int expected) ->
                of(HttpStatus.NOT_FOUND, "unknown_mistyped", value, texts, value, expected);
            case NumberCheck.UnknownCountry _, NumberCheck.Sound _, NumberCheck.Unchecked _ ->
                number.meant()
                        .map(meant -> of(HttpStatus.NOT_FOUND, "unknown_lookalike", value, texts, value, meant)
                                .meaning(meant))
                        .orElseGet(() -> of(HttpStatus.NOT_FOUND, "unknown", value, texts, value));
        };
    }

    static ErrorView away(String number, Messages texts) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "away", number, texts);
    }

    static ErrorView nowhere(Messages texts) {
        return of(HttpStatus.NOT_FOUND, "nowhere", "", texts);
    }

    static ErrorView mistake(Messages texts) {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "mistake", "", texts);
    }

    private ErrorView meaning(TrackingNumber meant) {
        return new ErrorView(status, number, title, advice, meant.value());
    }

    private static ErrorView of(HttpStatus status, String key, String number, Messages texts, Object... values) {
        return new ErrorView(
                status,
                number,
                texts.of("trouble." + key + ".title", values),
                texts.of("trouble." + key + ".advice", values),
                null);
    }
}

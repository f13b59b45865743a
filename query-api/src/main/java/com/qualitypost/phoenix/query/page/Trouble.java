package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import org.springframework.http.HttpStatus;

/** Why there is no parcel to show, in the words of one language. */
record Trouble(HttpStatus status, String number, String title, String advice) {

    static Trouble malformed(String entered, Texts texts) {
        return of(HttpStatus.BAD_REQUEST, "malformed", entered, texts);
    }

    static Trouble wrongDigit(String number, int expected, Texts texts) {
        return of(HttpStatus.BAD_REQUEST, "wrong_digit", number, texts, number, expected);
    }

    static Trouble unknown(TrackingNumber number, Texts texts) {
        String value = number.value();
        return switch (number.check()) {
            case NumberCheck.WrongDigit(NumberCheck.Standard _, int expected) ->
                of(HttpStatus.NOT_FOUND, "unknown_mistyped", value, texts, value, expected);
            case NumberCheck.UnknownCountry _, NumberCheck.Sound _, NumberCheck.Unchecked _ ->
                of(HttpStatus.NOT_FOUND, "unknown", value, texts, value);
        };
    }

    static Trouble away(String number, Texts texts) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "away", number, texts);
    }

    static Trouble nowhere(Texts texts) {
        return of(HttpStatus.NOT_FOUND, "nowhere", "", texts);
    }

    static Trouble mistake(Texts texts) {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "mistake", "", texts);
    }

    private static Trouble of(HttpStatus status, String key, String number, Texts texts, Object... values) {
        return new Trouble(
                status,
                number,
                texts.of("trouble." + key + ".title", values),
                texts.of("trouble." + key + ".advice", values));
    }
}

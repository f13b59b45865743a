package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.tracking.Language;
import com.qualitypost.phoenix.query.tracking.ManyQueries;
import com.qualitypost.phoenix.query.tracking.ManyQueries.Current;
import com.qualitypost.phoenix.query.tracking.ManyQueries.Many;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds what to show for several numbers at once, with one question to the database. */
@Component
class Rows {
    private final ManyQueries queries;
    private final MessageSource catalogue;

    Rows(ManyQueries queries, MessageSource catalogue) {
        this.queries = queries;
        this.catalogue = catalogue;
    }

    /** One for each, in their order. */
    List<Row> of(List<String> entered, Locale locale) {
        Texts texts = new Texts(catalogue, locale);
        List<Reading> readings = entered.stream().map(TrackingNumber::read).toList();
        Optional<Many> many = queries.find(valid(readings), Language.accepted(locale.toLanguageTag()))
                .map(Answer::found);
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Reading.Valid(TrackingNumber number) ->
                        many.map(found -> row(number, found, texts))
                                .orElseGet(() -> Row.of(Trouble.away(number.value(), texts)));
                    case Reading.WrongCheckDigit(String number, int expected) ->
                        Row.of(Trouble.wrongDigit(number, expected, texts));
                    case Reading.Malformed(String text) -> Row.of(Trouble.malformed(text, texts));
                })
                .toList();
    }

    private static List<TrackingNumber> valid(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading instanceof Reading.Valid(TrackingNumber number)
                        ? Stream.concat(Stream.of(number), number.ungrouped().stream())
                        : Stream.<TrackingNumber>empty())
                .toList();
    }

    private static Row row(TrackingNumber number, Many found, Texts texts) {
        Current answer = Optional.ofNullable(found.of(number))
                .or(() -> number.ungrouped().map(found::of))
                .orElse(null);
        return answer == null
                ? Row.of(Trouble.unknown(number, texts))
                : Row.of(new Views(texts, found.freshness().now().toInstant(ZoneOffset.UTC), Opened.NOTHING)
                        .of(Parcel.read(answer.body())));
    }
}

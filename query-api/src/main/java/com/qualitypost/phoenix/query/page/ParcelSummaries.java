package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.view.Messages;
import com.qualitypost.phoenix.query.page.view.ParcelViewBuilder;
import com.qualitypost.phoenix.query.page.view.RecipientDetails;
import com.qualitypost.phoenix.query.tracking.BulkQueries;
import com.qualitypost.phoenix.query.tracking.BulkQueries.Current;
import com.qualitypost.phoenix.query.tracking.BulkQueries.Many;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds what to show for several numbers at once, with one database query. */
@Component
class ParcelSummaries {
    private final BulkQueries queries;
    private final MessageSource catalogue;

    ParcelSummaries(BulkQueries queries, MessageSource catalogue) {
        this.queries = queries;
        this.catalogue = catalogue;
    }

    /** One for each number, in the same order. */
    List<ParcelSummary> of(List<String> entered, Locale locale) {
        Messages texts = new Messages(catalogue, locale);
        List<Reading> readings = entered.stream().map(TrackingNumber::read).toList();
        Optional<Many> many = queries.find(valid(readings), Language.accepted(locale.toLanguageTag()))
                .map(NodeAnswer::found);
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Reading.Valid(TrackingNumber number) ->
                        many.map(found -> row(number, found, texts))
                                .orElseGet(() -> ParcelSummary.of(ErrorView.away(number.value(), texts)));
                    case Reading.WrongCheckDigit(String number, int expected) ->
                        ParcelSummary.of(ErrorView.wrongDigit(number, expected, texts));
                    case Reading.Malformed(String text) -> ParcelSummary.of(ErrorView.malformed(text, texts));
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

    private static ParcelSummary row(TrackingNumber number, Many found, Messages texts) {
        Current answer = Optional.ofNullable(found.of(number))
                .or(() -> number.ungrouped().map(found::of))
                .orElse(null);
        return answer == null
                ? ParcelSummary.of(ErrorView.unknown(number, texts))
                : ParcelSummary.of(new ParcelViewBuilder(
                                texts, Utc.instant(found.freshness().now()), RecipientDetails.NOTHING)
                        .of(TrackingAnswer.read(answer.body())));
    }
}

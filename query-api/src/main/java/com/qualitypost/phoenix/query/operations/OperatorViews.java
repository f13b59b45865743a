package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What operators' pages have in common: who answered, other pages of a list, and numbers that cannot be read. */
public final class OperatorViews {
    /** To see more, narrow the list: the database has to read all the pages that are skipped. */
    static final int LAST_PAGE = 100;

    private OperatorViews() {}

    public static ModelAndView page(String template, NodeAnswer<?> answer) {
        return new ModelAndView(
                template,
                Map.of("found", answer.found(), "servedBy", answer.servedBy().toString()));
    }

    /** The page of a parcel, or one that says why this cannot be its number. */
    public static ModelAndView ofParcel(String number, Function<TrackingNumber, ModelAndView> page) {
        return switch (TrackingNumber.read(number)) {
            case Reading.Valid(TrackingNumber parcel) -> page.apply(parcel).addObject("number", parcel.value());
            case Reading.WrongCheckDigit(String value, int expected) ->
                unreadable(value, "trouble.wrong_digit", value, expected);
            case Reading.Malformed(String entered) -> unreadable(entered, "trouble.malformed");
        };
    }

    static ModelAndView unreadable(String entered, String trouble, Object... arguments) {
        return new ModelAndView(
                "ops-unreadable",
                Map.of("entered", entered, "trouble", new Text(trouble, arguments)),
                HttpStatus.BAD_REQUEST);
    }

    /** The page that is shown if this one is asked for. */
    public static int pageThatIs(int asked) {
        return Math.clamp(asked, 1, LAST_PAGE);
    }

    public static ModelAndView paged(ModelAndView view, int page, boolean isMore) {
        return view.addObject("page", page)
                .addObject("next", isMore && page < LAST_PAGE ? addressOf(page + 1) : null)
                .addObject("previous", page > 1 ? addressOf(page - 1) : null);
    }

    private static String addressOf(int page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("page", page)
                .build() // It is encoded already.
                .toUriString();
    }
}

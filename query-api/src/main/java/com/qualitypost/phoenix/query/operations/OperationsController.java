package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import com.qualitypost.phoenix.query.operations.parcel.ParcelHistory;
import com.qualitypost.phoenix.query.operations.parcel.ParcelQueries;
import com.qualitypost.phoenix.query.pasted.PastedNumbers;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import com.qualitypost.phoenix.web.ForOperators;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows operators the whole system, lists, single parcels, and their facts. */
@Controller
@ForOperators
class OperationsController {
    /** To see more, narrow the list: the database has to read all the pages that are skipped. */
    private static final int LAST_PAGE = 100;

    private final OverviewQueries overview;
    private final OperatorDatabase desk;

    OperationsController(OverviewQueries overview, OperatorDatabase desk) {
        this.overview = overview;
        this.desk = desk;
    }

    @GetMapping("/ops")
    ModelAndView overview() {
        return page("ops-overview", overview.overview());
    }

    @GetMapping("/ops/shipments")
    ModelAndView parcels(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(defaultValue = "ALL") Risk risk,
            @RequestParam(required = false) @Nullable String depot,
            @RequestParam(required = false) @Nullable Integer ended,
            @RequestParam(required = false) @Nullable Integer silent,
            @RequestParam(defaultValue = "1") int page) {
        return list(new ParcelFilter(status, stage, risk, depot, ended, silent).listing(), page);
    }

    /** For operators who have a number at hand. */
    @GetMapping(path = "/ops/shipments", params = "q")
    ModelAndView find(@RequestParam(name = "q") String entered) {
        return PastedNumbers.in(entered).stream()
                .findFirst()
                .map(number -> new ModelAndView("redirect:/ops/shipments/" + number))
                .orElseGet(() -> unreadable(PlainText.shown(entered), new Text("trouble.malformed")));
    }

    @GetMapping("/ops/shipments/{number}")
    ModelAndView parcel(@PathVariable String number, @RequestParam(defaultValue = "1") int page) {
        return switch (TrackingNumber.read(number)) {
            case Reading.Valid(TrackingNumber parcel) -> history(parcel, page);
            case Reading.WrongCheckDigit(String value, int expected) ->
                unreadable(value, new Text("trouble.wrong_digit", value, expected));
            case Reading.Malformed(String entered) -> unreadable(entered, new Text("trouble.malformed"));
        };
    }

    @GetMapping("/ops/facts")
    ModelAndView facts(
            @RequestParam(required = false) @Nullable String depot,
            @RequestParam(required = false) @Nullable EventOutcome outcome,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable LocalDateTime from,
            @RequestParam(required = false) @Nullable LocalDateTime until,
            @RequestParam(defaultValue = "1") int page) {
        return list(new FactFilter(depot, outcome, device, from, until).listing(), page);
    }

    @GetMapping("/ops/duplicates")
    ModelAndView duplicates(@RequestParam(defaultValue = "1") int page) {
        return list(ListQueries.duplicates(), page);
    }

    @GetMapping("/ops/quarantine")
    ModelAndView quarantine(
            @RequestParam @Pattern(regexp = "[!-~]{1,64}", message = "takes a code, such as conflict") String reason,
            @RequestParam(defaultValue = "1") int page) {
        return list(ListQueries.refused(reason), page);
    }

    @GetMapping("/ops/gaps")
    ModelAndView gaps(@RequestParam(defaultValue = "1") int page) {
        return list(ListQueries.gaps(), page);
    }

    private ModelAndView history(TrackingNumber number, int asked) {
        int page = Math.clamp(asked, 1, LAST_PAGE);
        NodeAnswer<ParcelHistory> history = desk.ask(node -> ParcelQueries.read(node, number, page));
        return paged(page("ops-parcel", history), page, history.found().isMore())
                .addObject("number", number.value());
    }

    private ModelAndView list(ListQuery listing, int asked) {
        int page = Math.clamp(asked, 1, LAST_PAGE);
        NodeAnswer<ResultPage> rows = desk.ask(node -> ResultPage.of(
                Freshness.of(node),
                node.sql(listing.sqlOfAPage())
                        .params(listing.valuesOfPage(page))
                        .query()
                        .listOfRows()));
        return paged(page("ops-list", rows), page, rows.found().isMore())
                .addObject("title", listing.title())
                .addObject("filters", listing.filters())
                .addObject("ends", rows.found().isMore() && page == LAST_PAGE);
    }

    private static ModelAndView paged(ModelAndView view, int page, boolean isMore) {
        return view.addObject("page", page)
                .addObject("next", isMore && page < LAST_PAGE ? addressOf(page + 1) : null)
                .addObject("previous", page > 1 ? addressOf(page - 1) : null);
    }

    private static ModelAndView unreadable(String entered, Text trouble) {
        return new ModelAndView(
                "ops-unreadable", Map.of("entered", entered, "trouble", trouble), HttpStatus.BAD_REQUEST);
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

    private static ModelAndView page(String template, NodeAnswer<?> answer) {
        return new ModelAndView(
                template,
                Map.of("found", answer.found(), "servedBy", answer.servedBy().toString()));
    }
}

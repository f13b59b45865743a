package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.pasted.PastedNumbers;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.web.ForOperators;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows operators the whole system, lists, and facts; a single parcel is shown by the support desk. */
@Controller
@ForOperators
class OperationsController {
    private final OverviewQueries overview;
    private final OperatorDatabase desk;

    OperationsController(OverviewQueries overview, OperatorDatabase desk) {
        this.overview = overview;
        this.desk = desk;
    }

    @GetMapping("/ops")
    ModelAndView overview() {
        return OperatorViews.page("ops-overview", overview.overview());
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
                .orElseGet(() -> OperatorViews.unreadable(PlainText.shown(entered), "trouble.malformed"));
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

    private ModelAndView list(ListQuery listing, int asked) {
        int page = OperatorViews.pageThatIs(asked);
        NodeAnswer<ResultPage> rows = desk.ask(node -> ResultPage.of(
                Freshness.of(node),
                node.sql(listing.sqlOfAPage())
                        .params(listing.parametersOfPage(page))
                        .query()
                        .listOfRows()));
        return OperatorViews.paged(
                        OperatorViews.page("ops-list", rows), page, rows.found().isMore())
                .addObject("title", listing.title())
                .addObject("filters", listing.filters())
                .addObject("ends", rows.found().isMore() && page == OperatorViews.LAST_PAGE);
    }
}

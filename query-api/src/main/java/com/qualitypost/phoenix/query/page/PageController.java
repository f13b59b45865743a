package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.ParcelPages.Answer;
import com.qualitypost.phoenix.query.page.view.ParcelView;
import com.qualitypost.phoenix.query.pasted.PastedNumbers;
import com.qualitypost.phoenix.vocabulary.PlainText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages: a search box, one parcel, several parcels, and a friendly error where there is none. */
@Controller
class PageController {
    private static final int MOST_AT_ONCE = 20;

    private final ParcelPages answers;
    private final ParcelSummaries rows;

    PageController(ParcelPages answers, ParcelSummaries rows) {
        this.answers = answers;
        this.rows = rows;
    }

    @GetMapping("/")
    ModelAndView search(
            @RequestParam(name = "q", defaultValue = "") String entered, Locale locale, HttpServletResponse response) {
        List<String> numbers = PastedNumbers.in(entered);
        if (numbers.size() > 1) {
            return several(numbers, locale, response);
        }
        if (numbers.size() == 1) {
            return redirectTo(numbers.getFirst());
        }
        return PlainText.of(entered).isEmpty()
                ? new ModelAndView("home")
                : ErrorPages.page(ErrorView.malformed(entered, answers.in(locale)), response);
    }

    @GetMapping("/t/{number}")
    ModelAndView parcel(@PathVariable String number, Locale locale, HttpServletResponse response) {
        List<String> numbers = PastedNumbers.in(number);
        if (numbers.size() == 1 && !numbers.contains(number)) {
            return redirectTo(numbers.getFirst());
        }
        return switch (answers.to(number, locale)) {
            case Answer.Found(ParcelView view, String version) ->
                new ModelAndView("parcel", Map.of("parcel", view, "version", version));
            case Answer.Missing(ErrorView trouble) ->
                answers.knownUngrouped(number, locale)
                        .map(known -> redirectTo(known.value()))
                        .orElseGet(() -> ErrorPages.page(trouble, response));
        };
    }

    private ModelAndView several(List<String> numbers, Locale locale, HttpServletResponse response) {
        List<ParcelSummary> found = rows.of(numbers.stream().limit(MOST_AT_ONCE).toList(), locale);
        return new ModelAndView(
                "several",
                Map.of(
                        "entered",
                        String.join("\n", numbers),
                        "tooMany",
                        numbers.size() > MOST_AT_ONCE,
                        "most",
                        MOST_AT_ONCE,
                        "rows",
                        found),
                found.stream().anyMatch(ParcelSummary::isAway) ? ErrorPages.away(response) : HttpStatus.OK);
    }

    static ModelAndView redirectTo(String number) {
        RedirectView redirect = new RedirectView("/t/" + number);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}

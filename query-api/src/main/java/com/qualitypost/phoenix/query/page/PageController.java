package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.Answers.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The pages: a search box, one parcel, several parcels, and a kind word where there is none. */
@Controller
class PageController {
    private static final Logger LOG = LoggerFactory.getLogger(PageController.class);
    private static final int MOST_AT_ONCE = 20;

    private final Answers answers;

    PageController(Answers answers) {
        this.answers = answers;
    }

    @GetMapping("/")
    ModelAndView search(
            @RequestParam(name = "q", defaultValue = "") String entered, Locale locale, HttpServletResponse response) {
        List<String> numbers = Numbers.in(entered);
        if (numbers.size() > 1) {
            return several(entered, numbers, locale);
        }
        if (numbers.size() == 1) {
            return redirectTo(numbers.getFirst());
        }
        return entered.isBlank()
                ? new ModelAndView("home")
                : sorry(Trouble.malformed(entered.strip(), answers.in(locale)), response);
    }

    @GetMapping("/t/{number}")
    ModelAndView parcel(@PathVariable String number, Locale locale, HttpServletResponse response) {
        List<String> numbers = Numbers.in(number);
        if (numbers.size() == 1 && !numbers.contains(number)) {
            return redirectTo(numbers.getFirst());
        }
        return switch (answers.to(number, locale)) {
            case Answer.Found(View view) -> new ModelAndView("parcel", "parcel", view);
            case Answer.Missing(Trouble trouble) -> sorry(trouble, response);
        };
    }

    private ModelAndView several(String entered, List<String> numbers, Locale locale) {
        return new ModelAndView(
                "several",
                Map.of(
                        "entered",
                        entered,
                        "tooMany",
                        numbers.size() > MOST_AT_ONCE,
                        "most",
                        MOST_AT_ONCE,
                        "rows",
                        numbers.stream()
                                .limit(MOST_AT_ONCE)
                                .map(number -> Row.of(answers.to(number, locale)))
                                .toList()));
    }

    private static ModelAndView redirectTo(String number) {
        RedirectView redirect = new RedirectView("/t/" + number);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ModelAndView sorry(Trouble trouble, HttpServletResponse response) {
        if (trouble.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        return new ModelAndView("trouble", Map.of("trouble", trouble), trouble.status());
    }

    /** Whatever comes here is a mistake of ours, so it is logged whole. */
    @ExceptionHandler
    ModelAndView unforeseen(
            RuntimeException mistake, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        LOG.error("{} failed", request.getRequestURI(), mistake);
        return sorry(Trouble.mistake(answers.in(locale)), response);
    }
}

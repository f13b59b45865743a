package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.ParcelPages.Answer;
import com.qualitypost.phoenix.query.page.view.ParcelView;
import com.qualitypost.phoenix.query.recipient.Details;
import com.qualitypost.phoenix.query.recipient.RecipientAccess;
import com.qualitypost.phoenix.query.recipient.RecipientAccess.Outcome;
import com.qualitypost.phoenix.query.recipient.RecipientCredential;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import com.qualitypost.phoenix.web.admission.Source;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a parcel's page to people who have the recipient's postcode or the merchant's link. Everybody else is told
 * nothing of the parcel, so that no refusal reveals whether there is one.
 */
@Controller
class RecipientController {
    private final RecipientAccess door;
    private final ParcelPages answers;

    RecipientController(RecipientAccess door, ParcelPages answers) {
        this.door = door;
        this.answers = answers;
    }

    @PostMapping("/t/{number}")
    ModelAndView parcel(
            @PathVariable String number,
            @RequestParam(name = "factor", defaultValue = "") String entered,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return switch (TrackingNumber.read(number)) {
            case Reading.Valid(TrackingNumber parcel) ->
                RecipientCredential.entered(entered)
                        .map(factor -> door.open(parcel, Source.at(request.getRemoteAddr()), factor))
                        .map(outcome -> page(parcel, entered, outcome, locale, response))
                        .orElseGet(() -> PageController.redirectTo(parcel.value()));
            case Reading.WrongCheckDigit(String mistyped, int expected) ->
                ErrorPages.page(ErrorView.wrongDigit(mistyped, expected, answers.in(locale)), response);
            case Reading.Malformed _ -> ErrorPages.page(ErrorView.malformed(number, answers.in(locale)), response);
        };
    }

    private ModelAndView page(
            TrackingNumber parcel, String entered, Outcome outcome, Locale locale, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Opened(Details details) ->
                switch (answers.to(parcel, details, locale)) {
                    case Answer.Found(ParcelView view, String version) ->
                        new ModelAndView("parcel", Map.of("parcel", view, "version", version, "factor", entered));
                    case Answer.Missing(ErrorView trouble) -> ErrorPages.page(trouble, response);
                };
            case Outcome.NotRecognised _ -> refused(parcel, "not_recognised", HttpStatus.FORBIDDEN);
            case Outcome.Locked(Duration remaining) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(remaining.toSeconds() + 1));
                yield refused(parcel, "too_many_tries", HttpStatus.TOO_MANY_REQUESTS);
            }
            case Outcome.Away _ -> ErrorPages.page(ErrorView.away(parcel.value(), answers.in(locale)), response);
        };
    }

    private static ModelAndView refused(TrackingNumber parcel, String why, HttpStatus status) {
        return new ModelAndView("refused", Map.of("number", parcel.value(), "why", why), status);
    }
}

package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.OperatorDatabase;
import com.qualitypost.phoenix.query.operations.OperatorViews;
import com.qualitypost.phoenix.query.operations.desk.Desk;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry;
import com.qualitypost.phoenix.query.operations.desk.Gateway;
import com.qualitypost.phoenix.query.operations.desk.Gateway.Answer;
import com.qualitypost.phoenix.query.operations.desk.OperatorName;
import com.qualitypost.phoenix.query.operations.parcel.ParcelQueries.FoundFact;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.ForOperators;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a fact of a parcel back: by another fact, which goes the way of every scan. */
@Controller
@ForOperators
class CorrectionController {
    private static final String ADDRESS = "/ops/shipments/{number}/correction";

    private final OperatorDatabase database;
    private final Desk desk;
    private final Gateway gateway;

    CorrectionController(OperatorDatabase database, Desk desk, Gateway gateway) {
        this.database = database;
        this.desk = desk;
        this.gateway = gateway;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(@PathVariable String number, @RequestParam UUID fact, HttpServletRequest request) {
        return OperatorViews.ofParcel(number, parcel -> {
            NodeAnswer<FoundFact> found = database.ask(node -> ParcelQueries.fact(node, parcel, fact));
            return about(
                    DeskViews.form("ops-correction", DeskForm.signedBy(OperatorName.in(request))),
                    fact,
                    correctable(parcel, found.found()));
        });
    }

    @PostMapping(ADDRESS)
    ModelAndView correct(
            @PathVariable String number,
            @RequestParam UUID fact,
            @ModelAttribute DeskForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return OperatorViews.ofParcel(number, parcel -> {
            Optional<FoundFact> found = database.tryToAsk(node -> ParcelQueries.fact(node, parcel, fact))
                    .map(answer -> correctable(parcel, answer.found()));
            List<FormError> errors = form.errors(true);
            if (!errors.isEmpty()) {
                return again(form, errors, fact, found);
            }
            if (found.isEmpty()) {
                return again(form, List.of(FormError.DATABASE_AWAY), fact, found);
            }
            DeskEntry entry = form.correction(parcel, fact);
            // First who takes it back and why: if the gateway is away, the same form is sent again.
            return switch (desk.keep(entry)) {
                case TOO_MANY -> again(form, List.of(FormError.TOO_MANY), fact, found);
                case AWAY -> again(form, List.of(FormError.DATABASE_AWAY), fact, found);
                case KEPT ->
                    switch (gateway.report(entry, Objects.requireNonNull(entry.correction()))) {
                        case Answer.Away _ -> again(form, List.of(FormError.GATEWAY_AWAY), fact, found);
                        case Answer.Rejected(String detail) ->
                            again(form, List.of(FormError.REJECTED), fact, found)
                                    .addObject("detail", PlainText.shown(detail));
                        case Answer.Accepted _ -> {
                            ParcelController.remember(form, request, response);
                            yield DeskViews.done("/ops/shipments/%s?done=%s#done".formatted(parcel, entry.id()));
                        }
                    };
            };
        });
    }

    private static ModelAndView again(DeskForm form, List<FormError> errors, UUID fact, Optional<FoundFact> found) {
        ModelAndView view = DeskViews.again("ops-correction", form, errors);
        return found.map(known -> about(view, fact, known)).orElse(view).addObject("scan", fact);
    }

    private static ModelAndView about(ModelAndView view, UUID fact, FoundFact found) {
        return view.addObject("scan", fact).addObject("fact", found.fact()).addObject("isDecisive", found.isDecisive());
    }

    private static FoundFact correctable(TrackingNumber parcel, FoundFact found) {
        JudgedFact fact = found.fact();
        if (fact == null || !fact.isCorrectable() || parcel.isForTests()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "There is no such fact, or nobody can take it back. Choose one on the page of its parcel.");
        }
        return found;
    }
}

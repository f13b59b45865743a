package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.OperatorDatabase;
import com.qualitypost.phoenix.query.operations.OperatorViews;
import com.qualitypost.phoenix.query.operations.desk.Desk;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry;
import com.qualitypost.phoenix.query.operations.desk.OperatorName;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.ForOperators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows operators one parcel, and keeps who looks and what they note about it. */
@Controller
@ForOperators
class ParcelController {
    private final OperatorDatabase database;
    private final Desk desk;

    ParcelController(OperatorDatabase database, Desk desk) {
        this.database = database;
        this.desk = desk;
    }

    /**
     * Shows it, and keeps that somebody looked.
     *
     * @param done the id of a note or a correction of a moment ago
     */
    @GetMapping("/ops/shipments/{number}")
    ModelAndView parcel(
            @PathVariable String number,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        return OperatorViews.ofParcel(
                number, parcel -> history(parcel, OperatorViews.pageThatIs(page), done, OperatorName.in(request)));
    }

    private ModelAndView history(TrackingNumber parcel, int page, @Nullable String done, Optional<OperatorName> name) {
        NodeAnswer<ParcelHistory> history = database.ask(node -> ParcelQueries.read(node, parcel, page));
        ModelAndView view = OperatorViews.page("ops-parcel", history);
        view.addAllObjects(DeskViews.form("", DeskForm.signedBy(name)).getModel())
                .addObject("desk", desk.of(parcel, done).orElse(null))
                .addObject("done", done)
                .addObject("isCorrectable", !parcel.isForTests());
        desk.watches(parcel, name);
        return OperatorViews.paged(view, page, history.found().isMore());
    }

    @PostMapping(path = "/ops/shipments/{number}", params = "text")
    ModelAndView note(
            @PathVariable String number,
            @ModelAttribute DeskForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        return OperatorViews.ofParcel(number, parcel -> {
            List<FormError> errors = form.errors(false);
            if (!errors.isEmpty()) {
                return DeskViews.again("ops-note", form, errors);
            }
            DeskEntry note = form.note(parcel);
            return switch (desk.keep(note)) {
                case TOO_MANY -> DeskViews.again("ops-note", form, List.of(FormError.TOO_MANY));
                case AWAY -> DeskViews.again("ops-note", form, List.of(FormError.DATABASE_AWAY));
                case KEPT -> {
                    remember(form, request, response);
                    yield DeskViews.done("/ops/shipments/%s?done=%s#notes".formatted(parcel, note.id()));
                }
            };
        });
    }

    /** Remembers who is working; without a name that can be read nothing changes. */
    @PostMapping(path = "/ops/shipments/{number}", params = "!text")
    ModelAndView name(
            @PathVariable String number,
            @ModelAttribute DeskForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        remember(form, request, response);
        return OperatorViews.ofParcel(number, parcel -> DeskViews.done("/ops/shipments/" + parcel + "#looks"));
    }

    static void remember(DeskForm form, HttpServletRequest request, HttpServletResponse response) {
        OperatorName.of(form.name())
                .ifPresent(name -> response.addHeader(HttpHeaders.SET_COOKIE, name.cookie(request.isSecure())));
    }
}

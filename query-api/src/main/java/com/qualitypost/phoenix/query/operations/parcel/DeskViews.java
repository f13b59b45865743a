package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.operations.desk.DeskEntry;
import com.qualitypost.phoenix.query.operations.desk.OperatorName;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a form leads: to the parcel once it is done, and until then back to the form, as it was filled in. */
final class DeskViews {
    private DeskViews() {}

    static ModelAndView form(String template, DeskForm form) {
        return new ModelAndView(
                template,
                Map.of(
                        "form",
                        form,
                        "errors",
                        List.of(),
                        "longestText",
                        DeskEntry.LONGEST_TEXT,
                        "longestName",
                        OperatorName.LONGEST));
    }

    /** With the status of the first error. */
    static ModelAndView again(String template, DeskForm form, List<FormError> errors) {
        ModelAndView view = form(template, form).addObject("errors", errors);
        view.setStatus(errors.getFirst().status);
        return view;
    }

    static ModelAndView done(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}

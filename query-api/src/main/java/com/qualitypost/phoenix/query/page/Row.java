package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.Answers.Answer;
import com.qualitypost.phoenix.query.page.View.Expected;
import org.jspecify.annotations.Nullable;

/** One of several parcels, in short. */
record Row(
        String number,
        boolean isKnown,
        boolean attention,
        String text,
        @Nullable String more,
        @Nullable Expected expected) {

    static Row of(Answer answer) {
        return switch (answer) {
            case Answer.Found(View view) -> {
                String late = view.late();
                yield new Row(
                        view.number(),
                        true,
                        view.attention() || late != null,
                        view.headline(),
                        late == null ? view.stale() : late,
                        view.expected());
            }
            case Answer.Missing(Trouble trouble) ->
                new Row(trouble.number(), false, true, trouble.title(), trouble.advice(), null);
        };
    }
}

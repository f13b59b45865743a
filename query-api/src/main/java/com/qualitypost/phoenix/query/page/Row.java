package com.qualitypost.phoenix.query.page;

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

    static Row of(View view) {
        String late = view.late();
        return new Row(
                view.number(),
                true,
                view.attention(),
                view.headline(),
                late == null ? view.stale() : late,
                view.expected());
    }

    static Row of(Trouble trouble) {
        return new Row(trouble.number(), false, true, trouble.title(), trouble.advice(), null);
    }
}

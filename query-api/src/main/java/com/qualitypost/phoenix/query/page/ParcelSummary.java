package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.view.ParcelView;
import com.qualitypost.phoenix.query.page.view.ParcelView.Expected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A short summary of one of several parcels.
 *
 * @param status of the page that this number alone would give
 */
record ParcelSummary(
        String number,
        HttpStatus status,
        boolean attention,
        String text,
        @Nullable String more,
        @Nullable Expected expected,
        @Nullable String meant) {
    /** Public for the template. */
    public boolean isKnown() {
        return status == HttpStatus.OK;
    }

    boolean isAway() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    static ParcelSummary of(ParcelView view) {
        String late = view.late();
        return new ParcelSummary(
                view.number(),
                HttpStatus.OK,
                view.attention(),
                view.headline(),
                late == null ? view.stale() : late,
                view.expected(),
                null);
    }

    static ParcelSummary of(ErrorView trouble) {
        return new ParcelSummary(
                trouble.number(), trouble.status(), true, trouble.title(), trouble.advice(), null, trouble.meant());
    }
}

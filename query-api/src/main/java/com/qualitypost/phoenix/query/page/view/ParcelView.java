package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.view.ProgressBar.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the page shows of one parcel, in the words of one language. */
public record ParcelView(
        String number,
        String headline,
        boolean attention,
        @Nullable String action,
        @Nullable String reason,
        @Nullable Expected expected,
        @Nullable String late,
        @Nullable String stale,
        @Nullable Entry changed,
        String next,
        String advice,
        ProgressBar progress,
        List<Day> days,
        List<Called> stops,
        @Nullable RouteMap map,
        RecipientDetails opened) {
    /** The delivery window, or when it was delivered. */
    public record Expected(String label, String when) {}

    /** What happened on one day. */
    record Day(String name, List<Entry> entries) {}

    /** One line of the timeline. */
    record Entry(
            String text,
            String moment,
            String time,
            String iso,
            @Nullable String place,
            @Nullable String nextPlace,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String clock,
            boolean isRoughlyThen) {}

    /** A place of the route by its name. */
    record Called(String name, Mark mark) {}
}

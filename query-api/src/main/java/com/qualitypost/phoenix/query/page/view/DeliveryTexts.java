package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Place;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Window;
import com.qualitypost.phoenix.query.page.view.ParcelView.Expected;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a parcel arrives or arrived, in the time zone of its destination. */
record DeliveryTexts(TrackingAnswer parcel, Messages texts, DateTexts when, Instant now) {
    /** Null if nothing is expected or known. A window that has passed is not expected any more. */
    @Nullable
    Expected expected() {
        if (!isAwaited()) {
            return delivered().orElse(null);
        }
        Window coming = parcel.promised();
        return coming == null || !isComing(coming)
                ? null
                : new Expected(texts.of("expected.label"), when.window(local(coming)));
    }

    private Optional<Expected> delivered() {
        return parcel.events().stream()
                .filter(event -> parcel.knownStatus().equals(Optional.of(Status.DELIVERED))
                        && Status.DELIVERED.name().equals(event.status()))
                .findFirst()
                .map(event -> new Expected(texts.of("delivered.label"), when.moment(event)));
    }

    /** Null unless it is late. */
    @Nullable
    String late() {
        Window promised = parcel.promised();
        return isAwaited() && promised != null && promised.until() != null && !isComing(promised)
                ? texts.of("late", when.window(local(promised)))
                : null;
    }

    private boolean isComing(@Nullable Window window) {
        return window != null
                && (window.until() == null || !window.until().toInstant().isBefore(now));
    }

    /** An answer from an earlier version has its windows in UTC, which no destination uses. */
    private Window local(Window window) {
        return new Window(local(window.from()), local(window.until()), window.clock());
    }

    private @Nullable OffsetDateTime local(@Nullable OffsetDateTime time) {
        Place destination = parcel.destination();
        return time == null || !time.getOffset().equals(ZoneOffset.UTC)
                ? time
                : time.atZoneSameInstant(Optional.ofNullable(destination)
                                .flatMap(place -> TimeZones.of(place.city(), null, place.country()))
                                .orElse(TimeZones.MOST_OF_MEXICO))
                        .toOffsetDateTime();
    }

    private boolean isAwaited() {
        return parcel.knownStatus()
                .map(status -> status.isOnItsWay() && status != Status.AVAILABLE_FOR_PICKUP)
                .orElse(true);
    }
}

package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Event;
import com.qualitypost.phoenix.query.page.view.ParcelView.Called;
import com.qualitypost.phoenix.query.page.view.ParcelView.Day;
import com.qualitypost.phoenix.query.page.view.ParcelView.Entry;
import com.qualitypost.phoenix.query.page.view.ParcelView.Expected;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the page's text; the wording of events is stored with the parcel. */
public final class ParcelViewBuilder {
    private static final String UNKNOWN = "UNKNOWN";

    private final Messages texts;
    private final DateTexts when;
    private final Instant now;
    private final RecipientDetails opened;
    private final Places places;

    public ParcelViewBuilder(Messages texts, Instant now, RecipientDetails opened) {
        this.texts = texts;
        this.now = now;
        this.opened = opened;
        places = new Places(texts, opened);
        when = new DateTexts(texts, now);
    }

    public ParcelView of(TrackingAnswer parcel) {
        Optional<Status> status = parcel.knownStatus();
        String key = status.map(Status::name).orElse(UNKNOWN);
        Route route = Route.of(parcel);
        DeliveryTexts delivery = new DeliveryTexts(parcel, texts, when, now);
        String reason = parcel.reasonText();
        String headline = parcel.statusText();
        String late = delivery.late();
        Expected expected = delivery.expected();
        boolean mustAct = parcel.actionRequired() && !status.equals(Optional.of(Status.AVAILABLE_FOR_PICKUP));
        return new ParcelView(
                parcel.trackingNumber(),
                headline == null ? texts.of("headline.unknown") : headline,
                parcel.actionRequired()
                        || late != null
                        || status.map(ParcelViewBuilder::isTrouble).orElse(false),
                mustAct ? texts.of("action.title") : null,
                reason,
                expected,
                late,
                parcel.stale() ? stale(parcel) : null,
                parcel.latest().flatMap(this::entry).orElse(null),
                texts.of("next." + key),
                texts.of("advice."
                        + (mustAct ? "action" : parcel.stale() ? "stale" : advice(status, key, late, expected))),
                ProgressBar.of(status),
                days(parcel.events()),
                route.stops().stream()
                        .map(stop -> new Called(places.name(stop.place()), stop.mark()))
                        .toList(),
                RouteMap.of(route).orElse(null),
                opened);
    }

    /** A late parcel is not described as being well, and no expected day is mentioned if there is none. */
    private static String advice(
            Optional<Status> status, String key, @Nullable String late, @Nullable Expected expected) {
        if (!status.equals(Optional.of(Status.PICKED_UP)) && !status.equals(Optional.of(Status.IN_TRANSIT))) {
            return key;
        }
        if (expected == null) {
            return late == null ? Status.PICKED_UP.name() : "late";
        }
        return late == null ? key : Status.IN_TRANSIT.name();
    }

    private String stale(TrackingAnswer parcel) {
        return parcel.latest()
                .map(event -> texts.of("stale.since", when.moment(event)))
                .orElseGet(() -> texts.of("stale"));
    }

    /** Newest first, as in the answer; a day is that of the place. */
    private List<Day> days(List<Event> events) {
        List<Day> days = new ArrayList<>();
        LocalDate open = null;
        for (Event event : events) {
            Optional<Entry> entry = entry(event);
            if (entry.isEmpty()) {
                continue;
            }
            LocalDate date = event.occurredAt().toLocalDate();
            if (!date.equals(open)) {
                days.add(new Day(when.day(date, event.occurredAt().getOffset()), new ArrayList<>()));
                open = date;
            }
            days.getLast().entries().add(entry.get());
        }
        return days;
    }

    /** Empty for a kind that is newer than the stored texts. */
    private Optional<Entry> entry(Event event) {
        return Optional.ofNullable(event.text())
                .map(text -> new Entry(
                        text,
                        when.moment(event),
                        when.time(event.occurredAt().toLocalTime()),
                        event.occurredAt().toString(),
                        places.of(event),
                        places.nameOrNull(event.nextPlace()),
                        event.reasonText(),
                        event.noteText(),
                        event.isOnReportersClock() ? texts.of("history.reporter", when.utc(event.occurredAt())) : null,
                        event.isRoughlyThen()));
    }

    private static boolean isTrouble(Status status) {
        return switch (status) {
            case ON_HOLD, DELIVERY_ATTEMPTED, FAILED -> true;
            case CREATED,
                    PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    AVAILABLE_FOR_PICKUP,
                    RETURNING,
                    DELIVERED,
                    RETURNED,
                    CANCELLED -> false;
        };
    }
}

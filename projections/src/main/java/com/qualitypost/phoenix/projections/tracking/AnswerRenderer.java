package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord.Window;
import com.qualitypost.phoenix.tables.Timeline.Line;
import com.qualitypost.phoenix.tables.Timeline.Place;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the public answers. They are a pure function of what the rules say, so that any order of scans gives the same
 * bytes: no revision, no time of receipt. They contain nothing that a stranger may not see: of places only the city,
 * and neither the person who received the parcel, nor its merchant, nor the device.
 */
final class AnswerRenderer {
    private static final String UNKNOWN = "UNKNOWN";

    private final Wording wording;

    AnswerRenderer(Language language) {
        this.wording = new Wording(language);
    }

    byte[] of(ShipmentRecord shipment, List<Event> timeline) {
        var json = new AnswerJson();
        json.begin();
        json.text("tracking_number", shipment.trackingNumber());
        json.text("status", shipment.status());
        json.text("status_text", wording.status(shipment.status()));
        json.time("status_since", shipment.statusSince());
        json.text("reason", shipment.reason());
        json.text("reason_text", wording.reason(shipment.reason()));
        json.flag("action_required", shipment.actionRequired());
        json.text("service", shipment.service());
        destination(json, shipment);
        window(json, "promised", shipment.promised(), shipment, timeline);
        json.text("previous_status", known(shipment.previousStatus()));
        json.flag("proof_of_delivery", shipment.proof());
        json.array("events", () -> timeline.reversed().forEach(event -> event(json, event)));
        links(json, shipment.trackingNumber());
        return json.end();
    }

    private void event(AnswerJson json, Event event) {
        Line line = event.line();
        json.element(() -> {
            json.text("id", line.id());
            json.text("kind", line.kind());
            json.text("status", known(line.status()));
            json.text("text", wording.kind(line.kind()));
            json.time("occurred_at", event.localTime());
            json.text("clock", clock(event.zone()));
            json.text("time_quality", known(line.timeQuality()));
            place(json, "place", line.place());
            place(json, "next_place", line.nextPlace());
            json.text("reason", line.reason());
            json.text("reason_text", wording.reason(line.reason()));
            json.text("note", line.note());
            json.text("note_text", wording.note(line.note()));
        });
    }

    private static void links(AnswerJson json, String number) {
        json.object("links", () -> {
            json.text("self", "/v1/tracking/" + number);
            json.text("page", "/t/" + number);
        });
    }

    private static void destination(AnswerJson json, ShipmentRecord shipment) {
        String city = shipment.destinationCity();
        String country = shipment.destinationCountry();
        if (city != null || country != null) {
            json.object("destination", () -> {
                json.text("city", city);
                json.text("country", country);
            });
        }
    }

    private static void window(
            AnswerJson json, String name, Window window, ShipmentRecord shipment, List<Event> timeline) {
        Instant from = window.from();
        Instant until = window.until();
        if (from != null || until != null) {
            Optional<ZoneId> there = TimeZones.of(
                    shipment.destinationCity(), shipment.destinationPostcode(), shipment.destinationCountry());
            ZoneId zone = there.orElseGet(() -> zoneOfTheOrder(timeline));
            json.object(name, () -> {
                json.time("from", from, zone);
                json.time("until", until, zone);
                json.text("clock", clock(there));
            });
        }
    }

    /**
     * The zone by which the rules count if the destination gives none: that of the place of the order, otherwise the
     * reporter's.
     */
    private static ZoneId zoneOfTheOrder(List<Event> timeline) {
        return order(timeline)
                .flatMap(order -> order.zone().or(order::toldOffset))
                .orElse(TimeZones.MOST_OF_MEXICO);
    }

    /**
     * A timeline does not say which facts brought a ticket: the order does, an advice may, and nothing else should.
     */
    private static Optional<Event> order(List<Event> timeline) {
        return first(
                        timeline,
                        event -> Kind.TICKET_ISSUED.name().equals(event.line().kind()))
                .or(() -> first(
                        timeline,
                        event -> Status.CREATED.name().equals(event.line().status())))
                .or(() -> first(timeline, _ -> true));
    }

    private static Optional<Event> first(List<Event> timeline, Predicate<Event> which) {
        return timeline.stream().filter(which).findFirst();
    }

    /** Only given if it is not the place's zone. */
    private static @Nullable String clock(Optional<ZoneId> ofPlace) {
        return ofPlace.isPresent() ? null : "reporter";
    }

    private static void place(AnswerJson json, String name, @Nullable Place place) {
        if (place != null && (place.city() != null || place.country() != null)) {
            json.object(name, () -> {
                json.text("city", place.city());
                json.text("country", place.country());
            });
        }
    }

    private static @Nullable String known(@Nullable String word) {
        return UNKNOWN.equals(word) ? null : word;
    }
}

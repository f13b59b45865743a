package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Event;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Place;
import com.qualitypost.phoenix.query.page.view.ProgressBar.Mark;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places of a parcel's way in order: where it was, where it is, and where it is going. */
record Route(List<Stop> stops) {
    /** A city on the way. */
    public record Stop(Place place, Mark mark) {}

    public static Route of(TrackingAnswer parcel) {
        List<Stop> stops = new ArrayList<>();
        parcel.events().reversed().stream().map(Event::place).forEach(place -> add(stops, place, Mark.DONE));
        if (!stops.isEmpty()) {
            stops.set(stops.size() - 1, new Stop(stops.getLast().place(), Mark.HERE));
        }
        if (parcel.knownStatus().map(Status::isOnItsWay).orElse(true)) {
            add(stops, parcel.destination(), Mark.AHEAD);
        }
        return new Route(List.copyOf(stops));
    }

    private static void add(List<Stop> stops, @Nullable Place place, Mark mark) {
        if (place == null || place.city() == null) {
            return;
        }
        boolean isThere = !stops.isEmpty() && isSame(place, stops.getLast().place());
        if (!isThere) {
            stops.add(new Stop(place, mark));
        }
    }

    /** A city may be spelled in two ways. */
    private static boolean isSame(Place one, Place other) {
        Optional<Cities.City> city = Cities.at(one);
        return one.equals(other) || city.isPresent() && city.equals(Cities.at(other));
    }
}

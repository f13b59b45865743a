package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Event;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names places: by city, with the country if it is abroad, and precisely for the recipient. */
record Places(Messages texts, RecipientDetails opened) {
    @Nullable
    String of(Event event) {
        String id = event.id();
        String exact = id == null ? null : opened.places().get(id);
        return exact == null ? nameOrNull(event.place()) : exact;
    }

    @Nullable
    String nameOrNull(@Nullable Place place) {
        String name = place == null ? "" : name(place);
        return name.isEmpty() ? null : name;
    }

    String name(Place place) {
        String city = place.city();
        String country = place.country();
        String abroad = country == null || Cities.COUNTRY.equals(country)
                ? ""
                : Locale.of("", country).getDisplayCountry(texts.locale());
        if (city == null) {
            return abroad;
        }
        return abroad.isEmpty() ? city : texts.of("place.abroad", city, abroad);
    }
}

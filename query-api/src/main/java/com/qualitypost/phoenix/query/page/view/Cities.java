package com.qualitypost.phoenix.query.page.view;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The locations of the larger cities of Mexico; other places are not on the map. */
final class Cities {
    public static final String COUNTRY = "MX";
    private static final Map<String, City> BY_NAME = Resource.lines("page/cities.csv")
            .flatMap(Cities::read)
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Cities() {}

    /** Degrees, north and east positive. */
    record City(double latitude, double longitude) {}

    static Optional<City> at(TrackingAnswer.@Nullable Place place) {
        if (place == null || place.city() == null || place.country() != null && !COUNTRY.equals(place.country())) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_NAME.get(plain(place.city())));
    }

    /** A line holds latitude, longitude, and the names that people use. */
    private static Stream<Map.Entry<String, City>> read(String line) {
        String[] fields = line.split(",", -1);
        City city = new City(Double.parseDouble(fields[0]), Double.parseDouble(fields[1]));
        return Stream.of(fields).skip(2).map(name -> Map.entry(plain(name), city));
    }

    private static String plain(String name) {
        return PlainText.withoutAccents(PlainText.of(name)).toLowerCase(Locale.ROOT);
    }
}

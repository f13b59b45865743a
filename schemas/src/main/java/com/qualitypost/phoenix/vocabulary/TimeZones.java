package com.qualitypost.phoenix.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of a place in Mexico: of its postcode if given, otherwise of its town and state. The tables beside this
 * class follow the law of 2022, and the JDK knows the hours of each zone, also for earlier times.
 */
public final class TimeZones {
    /** For places of which only Mexico is known. */
    public static final ZoneId MOST_OF_MEXICO = ZoneId.of("America/Mexico_City");

    private static final String HOME = "MX";
    private static final Set<String> COUNTRY = Set.of("mexico", "mx");
    private static final String ANY = "*";
    private static final int POSTCODE_DIGITS = 5;

    /** As in C.P. 06700. */
    private static final String CALLED = "CP";

    private static final NavigableMap<Integer, Range> POSTCODES = new TreeMap<>();
    private static final Map<String, String> STATES = new HashMap<>();
    private static final Map<String, ZoneId> OF_STATE = new HashMap<>();
    private static final Map<String, Map<String, ZoneId>> TOWNS = new HashMap<>();

    static {
        rows("postcodes.csv").forEach(row -> {
            int first = Integer.parseInt(row.getFirst());
            POSTCODES.put(first, new Range(Integer.parseInt(row.get(1)), ZoneId.of(row.get(3))));
        });
        rows("states.csv").forEach(row -> {
            String state = key(row.get(1));
            OF_STATE.put(state, ZoneId.of(row.getFirst()));
            row.stream().skip(1).forEach(name -> STATES.put(key(name), state));
        });
        rows("towns.csv")
                .forEach(row -> row.stream()
                        .skip(2)
                        .forEach(name -> TOWNS.computeIfAbsent(key(row.get(1)), _ -> new HashMap<>())
                                .put(key(name), ZoneId.of(row.getFirst()))));
    }

    private record Range(int last, ZoneId zone) {}

    private TimeZones() {}

    /**
     * Empty for a place abroad, and if nothing that is given tells.
     *
     * @param city a town, or as people write it, with the state after a comma
     * @param country ISO 3166-1; Mexico if not given
     */
    public static Optional<ZoneId> of(@Nullable String city, @Nullable String postcode, @Nullable String country) {
        if (country != null && !country.equalsIgnoreCase(HOME)) {
            return Optional.empty();
        }
        return Optional.ofNullable(postcode)
                .flatMap(TimeZones::ofPostcode)
                .or(() -> Optional.ofNullable(city).flatMap(TimeZones::ofCity));
    }

    private static Optional<ZoneId> ofPostcode(String postcode) {
        String code = lettersAndDigits(PlainText.of(postcode).toUpperCase(Locale.ROOT));
        return inDigits(code.startsWith(CALLED) ? code.substring(CALLED.length()) : code);
    }

    private static Optional<ZoneId> inDigits(String digits) {
        if (digits.length() != POSTCODE_DIGITS || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int code = Integer.parseInt(digits);
        return Optional.ofNullable(POSTCODES.floorEntry(code))
                .map(Map.Entry::getValue)
                .filter(range -> code <= range.last)
                .map(Range::zone);
    }

    private static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** A town alone, or a town and its state, each possibly followed by the country. */
    private static Optional<ZoneId> ofCity(String city) {
        List<PlaceName> names = cells(PlainText.of(city)).stream()
                .map(PlaceName::of)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean namesCountry =
                names.size() > 1 && COUNTRY.contains(names.getLast().key());
        return ofTown(namesCountry ? names.subList(0, names.size() - 1) : names);
    }

    private static Optional<ZoneId> ofTown(List<PlaceName> names) {
        String state = names.size() > 1 ? STATES.get(names.getLast().key()) : null;
        return state == null
                ? names.reversed().stream()
                        .filter(name -> !name.isOfQuarter())
                        .findFirst()
                        .map(town -> TOWNS.getOrDefault(ANY, Map.of()).get(town.key()))
                : ofTown(names.subList(0, names.size() - 1), state);
    }

    /** If a part of the state has another time zone, a town that the table does not know may be in that part. */
    private static Optional<ZoneId> ofTown(List<PlaceName> names, String state) {
        Map<String, ZoneId> towns = TOWNS.get(state);
        return towns == null
                ? Optional.ofNullable(OF_STATE.get(state))
                : names.reversed().stream()
                        .map(PlaceName::key)
                        .sorted(Comparator.comparing(state::equals)) // Last, because it may be the state repeated.
                        .map(towns::get)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    private static String key(String name) {
        return PlaceName.of(name).key();
    }

    private static Stream<List<String>> rows(String file) {
        try (InputStream in = TimeZones.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TimeZones::cells);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma));
            from = comma + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }
}

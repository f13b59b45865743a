package com.qualitypost.phoenix.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clock a place in Mexico goes by: of its postcode where that is given, else of its town and state. The tables beside
 * this class follow the law of 2022, and the JDK knows the hours of each zone, before it too.
 */
public final class TimeZones {
    /** Where nothing is known of a place but that it is in Mexico. */
    public static final ZoneId MOST_OF_MEXICO = ZoneId.of("America/Mexico_City");

    private static final String HOME = "MX";
    private static final String ANY = "*";
    private static final int POSTCODE_DIGITS = 5;

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
            OF_STATE.put(plain(row.get(1)), ZoneId.of(row.getFirst()));
            row.stream().skip(1).forEach(name -> STATES.put(plain(name), plain(row.get(1))));
        });
        rows("towns.csv")
                .forEach(row -> row.stream()
                        .skip(2)
                        .forEach(name -> TOWNS.computeIfAbsent(plain(row.get(1)), _ -> new HashMap<>())
                                .put(plain(name), ZoneId.of(row.getFirst()))));
    }

    private record Range(int last, ZoneId zone) {}

    private TimeZones() {}

    /**
     * Empty for a place abroad, and where nothing that is given tells.
     *
     * @param city a town, or as people write it, with the state behind a comma
     * @param country ISO 3166-1; where it is not given, Mexico is meant
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
        String digits = postcode.strip();
        if (digits.length() != POSTCODE_DIGITS || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int code = Integer.parseInt(digits);
        return Optional.ofNullable(POSTCODES.floorEntry(code))
                .map(Map.Entry::getValue)
                .filter(range -> code <= range.last)
                .map(Range::zone);
    }

    /** A town alone, a town and its state, and the country behind either. */
    private static Optional<ZoneId> ofCity(String city) {
        List<String> parts = cells(city).stream()
                .map(TimeZones::plain)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String last = parts.getLast();
        boolean namesCountry = last.equals("mexico") || last.equals("mx");
        if (namesCountry && parts.size() > 1) {
            return ofTown(parts.subList(0, parts.size() - 1));
        }
        return ofTown(parts);
    }

    private static Optional<ZoneId> ofTown(List<String> parts) {
        String last = parts.getLast();
        String state = parts.size() > 1 ? STATES.get(last) : null;
        return Optional.ofNullable(
                state == null
                        ? towns(ANY).get(last)
                        : towns(state).getOrDefault(parts.get(parts.size() - 2), OF_STATE.get(state)));
    }

    private static Map<String, ZoneId> towns(String state) {
        return TOWNS.getOrDefault(state, Map.of());
    }

    /** Without accents, dots and the difference between small and large letters; one blank between words. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> character != '.' && Character.getType(character) != Character.NON_SPACING_MARK)
                .map(character ->
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .filter(character -> character != ' ' || !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().toLowerCase(Locale.ROOT);
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

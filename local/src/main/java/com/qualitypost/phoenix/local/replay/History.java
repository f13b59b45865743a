package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file.
 *
 * @param scans what could be read
 * @param badRows what could not, with line numbers and advice
 */
record History(List<Scan> scans, List<String> badRows) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    static History read(Path file, Profile profile) {
        if (!Files.isReadable(file)) {
            throw new ServerException(file + " cannot be read. Is the path right?");
        }
        try (CSVParser rows = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, FORMAT)) {
            return read(rows, columns(rows, file, profile));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private static History read(CSVParser rows, Columns columns) throws IOException {
        List<Scan> scans = new ArrayList<>();
        List<String> badRows = new ArrayList<>();
        try {
            for (CSVRecord row : rows) {
                try {
                    scans.add(columns.scan(row));
                } catch (BadRowException e) {
                    badRows.add("line %d: %s".formatted(rows.getCurrentLineNumber(), e.getMessage()));
                }
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            badRows.add("line %d: %s The rest of the file was not read."
                    .formatted(rows.getCurrentLineNumber(), e.getCause().getMessage()));
        }
        return new History(scans, badRows);
    }

    private static Columns columns(CSVParser rows, Path file, Profile profile) {
        Optional<Columns> found = profile.columns().stream()
                .filter(columns -> rows.getHeaderNames().containsAll(columns.needed()))
                .findFirst();
        return found.orElseThrow(() -> new ServerException(
                "%s has none of the headers that are understood. Its first line must hold at least %s."
                        .formatted(
                                file,
                                profile.columns().stream().map(History::needed).collect(Collectors.joining(", or ")))));
    }

    private static String needed(Columns columns) {
        return String.join(",", columns.needed().stream().sorted().toList());
    }

    /** For telling replays of one file apart; the scans' ids stay. */
    History withPrefix(String prefix) {
        Stream<Scan> prefixed = scans.stream().map(scan -> scan.withNumber(prefix + scan.trackingNumber()));
        return new History(prefixed.toList(), badRows);
    }
}

package com.qualitypost.phoenix.local.replay;

import static java.util.Objects.requireNonNull;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file as spreadsheets write it: with commas, semicolons or tabs, unnamed columns, and empty rows.
 */
final class Sheet {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Excel writes and accepts the separator on a line before the header. */
    private static final String SEPARATOR = "sep=";

    private final TextFile file;
    private final char delimiter;
    private final int linesBefore;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private boolean isBroken;
    private long line;

    private Sheet(TextFile file, char delimiter, int linesBefore) throws IOException {
        this.file = file;
        this.delimiter = delimiter;
        this.linesBefore = linesBefore;
        BufferedReader reader = file.reader();
        for (int i = 0; i < linesBefore; i++) {
            reader.readLine();
        }
        parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader);
        records = parser.iterator();
        columns = records.hasNext() ? records.next().stream().map(PlainText::of).toList() : List.of();
    }

    /** Empty unless the column names are understood, whichever separator is used. */
    static Optional<Sheet> open(TextFile file, Predicate<Set<String>> areUnderstood) {
        Optional<Character> said = separator(file.line(0));
        for (char delimiter : said.map(List::of).orElse(DELIMITERS)) {
            try {
                Sheet sheet = new Sheet(file, delimiter, said.isPresent() ? 1 : 0);
                if (areUnderstood.test(sheet.names())) {
                    sheet.requireEachOnce();
                    return Optional.of(sheet);
                }
            } catch (IOException | UncheckedIOException _) {
                // There is no header with this delimiter.
            }
        }
        return Optional.empty();
    }

    /** The line that should contain the column names. */
    static String header(TextFile file) {
        return file.line(separator(file.line(0)).isPresent() ? 1 : 0);
    }

    private static Optional<Character> separator(String firstLine) {
        String plain = firstLine.replace("\"", "");
        return plain.length() > SEPARATOR.length()
                        && plain.regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length())
                        && !Character.isLetterOrDigit(plain.charAt(SEPARATOR.length()))
                ? Optional.of(plain.charAt(SEPARATOR.length()))
                : Optional.empty();
    }

    Set<String> names() {
        return columns.stream().filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private void requireEachOnce() {
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new ServerException("%s has the column %s twice. Remove one of them."
                        .formatted(file.path(), PlainText.shown(name)));
            }
        }
    }

    /** The next row that is not empty; null at the end. */
    @Nullable
    Row next() throws BadRowException {
        while (hasNext()) {
            CSVRecord row = records.next();
            // The parser is at the end of a row, which may span several lines.
            line = linesBefore + parser.getCurrentLineNumber() - lineBreaks(row);
            if (row.stream().anyMatch(value -> !PlainText.of(value).isEmpty())) {
                return row(row);
            }
        }
        return null;
    }

    /** The line where the last row began. */
    long line() {
        return line;
    }

    private boolean hasNext() throws BadRowException {
        try {
            return !isBroken && records.hasNext();
        } catch (UncheckedIOException e) {
            isBroken = true;
            line = linesBefore + parser.getCurrentLineNumber();
            throw new BadRowException(
                    requireNonNull(e.getCause()).getMessage() + " The rest of the file was not read.");
        }
    }

    private static long lineBreaks(CSVRecord row) {
        return row.stream()
                .flatMapToInt(String::chars)
                .filter(character -> character == '\n')
                .count();
    }

    private Row row(CSVRecord row) throws BadRowException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = i < columns.size() ? columns.get(i) : "";
            if (!name.isEmpty()) {
                values.put(name, row.get(i));
            } else if (!PlainText.of(row.get(i)).isEmpty()) {
                throw new BadRowException("value %d has no column: put values with a %s in them into quotation marks."
                        .formatted(i + 1, delimiter == '\t' ? "tab" : "'" + delimiter + "'"));
            }
        }
        return new Row(values);
    }
}

package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file.
 *
 * @param read what could be read
 * @param badRows what could not, with line numbers and advice
 */
record History(List<FileScan> read, List<String> badRows) {
    private static final int LONGEST_SHOWN = 200;

    /** @param encoding null for what the file itself declares, or else UTF-8 */
    static History read(Path path, Profile profile, @Nullable Charset encoding) {
        TextFile file = TextFile.read(path, encoding);
        Sheet sheet = Sheet.open(file, names -> columns(names, profile).isPresent())
                .orElseThrow(() -> notUnderstood(file, profile));
        return read(sheet, columns(sheet.names(), profile).orElseThrow());
    }

    private static History read(Sheet sheet, Columns columns) {
        List<FileScan> scans = new ArrayList<>();
        List<String> badRows = new ArrayList<>();
        boolean isRead = false;
        while (!isRead) {
            try {
                Row row = sheet.next();
                isRead = row == null;
                if (row != null) {
                    scans.add(fitting(new FileScan(sheet.line(), columns.scan(row))));
                }
            } catch (BadRowException e) {
                badRows.add("line %d: %s".formatted(sheet.line(), e.getMessage()));
            }
        }
        return new History(scans, badRows);
    }

    /** The gateway would reject only this scan, but refuses the whole batch if the scan makes it too large. */
    private static FileScan fitting(FileScan read) throws BadRowException {
        if (read.bytes() > DeviceBatch.MAX_SCAN_BYTES) {
            throw new BadRowException("the scan has %,d bytes, the limit is %,d: shorten the text in its cells."
                    .formatted(read.bytes(), DeviceBatch.MAX_SCAN_BYTES));
        }
        return read;
    }

    List<Scan> scans() {
        return read.stream().map(FileScan::scan).toList();
    }

    private static Optional<Columns> columns(Set<String> names, Profile profile) {
        return profile.columns().stream()
                .filter(columns -> names.containsAll(columns.needed()))
                .findFirst();
    }

    private static ServerException notUnderstood(TextFile file, Profile profile) {
        String header = PlainText.shown(Sheet.header(file));
        return new ServerException(
                "%s has none of the headers that are understood, but '%s'. Its first line must contain at least %s."
                        .formatted(
                                file.path(),
                                header.substring(0, Math.min(header.length(), LONGEST_SHOWN)),
                                profile.columns().stream().map(History::needed).collect(Collectors.joining(", or "))));
    }

    private static String needed(Columns columns) {
        return String.join(",", columns.needed().stream().sorted().toList());
    }

    /** Keeps replays of one file apart; the scans' ids stay. */
    History withPrefix(String prefix) {
        return prefix.isEmpty() ? this : new History(prefixed(prefix).toList(), badRows);
    }

    private Stream<FileScan> prefixed(String prefix) {
        return read.stream()
                .map(one -> one.withNumber(prefixed(prefix, one.scan().trackingNumber())));
    }

    private static String prefixed(String prefix, String number) {
        return switch (TrackingNumber.read(prefix + number)) {
            case Reading.Valid(TrackingNumber prefixed) -> prefixed.value();
            case Reading.WrongCheckDigit(String prefixed, int _) -> prefixed;
            case Reading.Malformed(String prefixed) ->
                throw new ServerException(
                        "With --prefix %s there is '%s', which is not a tracking number: use letters, digits and single hyphens, at most %d characters with the number."
                                .formatted(PlainText.shown(prefix), prefixed, TrackingNumber.LONGEST));
        };
    }
}

package com.qualitypost.phoenix.ingest.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in a batch's bytes each scan begins and ends. It only looks at quotation marks and brackets, so a
 * malformed scan is noticed when that scan is read and costs its neighbours nothing; and a batch takes no more memory
 * than its bytes.
 */
final class BatchOutline {
    private static final byte[] SCANS = "scans".getBytes(UTF_8);

    private final byte[] json;
    private final int mostScans;
    private int at;
    private @Nullable List<RawScan> scans;
    private int arrayBegins = -1;
    private int arrayEnds = -1;

    /** The bytes are not a JSON object with members, or {@code scans} is not an array. */
    static final class NoBatchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoBatchException(String message) {
            super(message);
        }
    }

    private BatchOutline(byte[] json, int mostScans) {
        this.json = json;
        this.mostScans = mostScans;
    }

    /**
     * Scans through a batch.
     *
     * @param mostScans how many are kept; one more is noted, to show that there are too many
     */
    static BatchOutline of(byte[] json, int mostScans) {
        BatchOutline outline = new BatchOutline(json, mostScans);
        outline.batch();
        return outline;
    }

    /** Null if the member is missing or null. */
    @Nullable
    List<RawScan> scans() {
        return scans;
    }

    /** The batch without its scans; everything else keeps its line and column. */
    byte[] head() {
        if (arrayBegins < 0) {
            return json;
        }
        byte[] head = json.clone();
        for (int index = arrayBegins + 1; index < arrayEnds - 1; index++) {
            if (head[index] != '\n') {
                head[index] = ' ';
            }
        }
        return head;
    }

    private void batch() {
        blanks();
        if (at == json.length) {
            throw new NoBatchException("the body is empty");
        }
        if (json[at] != '{') {
            throw new NoBatchException("the body must be a JSON object");
        }
        at++;
        for (blanks(); next() != '}'; blanks()) {
            member();
            blanks();
            if (next() != '}') {
                expect(',');
                blanks();
                if (next() == '}') {
                    throw broken();
                }
            }
        }
        at++;
        blanks();
        if (at < json.length) {
            throw broken();
        }
    }

    private void member() {
        int begins = at;
        if (next() != '"') {
            throw broken();
        }
        string();
        boolean isScans = Arrays.equals(json, begins + 1, at - 1, SCANS, 0, SCANS.length);
        blanks();
        expect(':');
        blanks();
        if (isScans && next() == '[') {
            if (scans != null) {
                throw new NoBatchException("scans is given more than once");
            }
            array();
        } else if (isScans && next() != 'n') {
            throw new NoBatchException("scans must be a JSON array");
        } else {
            value();
        }
    }

    private void array() {
        scans = new ArrayList<>();
        arrayBegins = at++;
        for (blanks(); next() != ']'; blanks()) {
            int begins = at;
            value();
            if (scans.size() <= mostScans) {
                scans.add(new RawScan(json, begins, at - begins));
            }
            blanks();
            if (next() != ']') {
                expect(',');
                blanks();
                if (next() == ']') {
                    throw broken();
                }
            }
        }
        arrayEnds = ++at;
    }

    /** Skips any value by counting brackets, of whichever kind. */
    private void value() {
        switch (next()) {
            case '"' -> string();
            case '{', '[' -> {
                int depth = 0;
                do {
                    switch (next()) {
                        case '"' -> string();
                        case '{', '[' -> {
                            depth++;
                            at++;
                        }
                        case '}', ']' -> {
                            depth--;
                            at++;
                        }
                        default -> at++;
                    }
                } while (depth > 0);
            }
            default -> {
                int begins = at;
                while (at < json.length && ",]}".indexOf(json[at]) < 0 && !isBlank(json[at])) {
                    at++;
                }
                if (at == begins) {
                    throw broken();
                }
            }
        }
    }

    private void string() {
        for (at++; next() != '"'; at++) {
            at += json[at] == '\\' ? 1 : 0;
        }
        at++;
    }

    private void blanks() {
        while (at < json.length && isBlank(json[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    private byte next() {
        if (at >= json.length) {
            throw broken();
        }
        return json[at];
    }

    private void expect(char one) {
        if (next() != one) {
            throw broken();
        }
        at++;
    }

    private NoBatchException broken() {
        int line = 1;
        int column = 1;
        for (int index = 0; index < Math.min(at, json.length); index++) {
            column = json[index] == '\n' ? 1 : column + 1;
            line += json[index] == '\n' ? 1 : 0;
        }
        return new NoBatchException("the body is not valid JSON, see line %d, column %d".formatted(line, column));
    }
}

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
    private final JsonCursor cursor;
    private final int mostScans;
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
        this.cursor = new JsonCursor(json);
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
        cursor.skipBlanks();
        if (cursor.isAtEnd()) {
            throw new NoBatchException("the body is empty");
        }
        if (cursor.next() != '{') {
            throw new NoBatchException("the body must be a JSON object");
        }
        cursor.forEach('{', '}', this::member);
        cursor.skipBlanks();
        if (!cursor.isAtEnd()) {
            throw cursor.malformed();
        }
    }

    private void member() {
        int begins = cursor.at();
        if (cursor.next() != '"') {
            throw cursor.malformed();
        }
        cursor.skipString();
        boolean isScans = Arrays.equals(json, begins + 1, cursor.at() - 1, SCANS, 0, SCANS.length);
        cursor.skipBlanks();
        cursor.expect(':');
        cursor.skipBlanks();
        if (isScans && cursor.next() == '[') {
            if (scans != null) {
                throw new NoBatchException("scans is given more than once");
            }
            array();
        } else if (isScans && cursor.next() != 'n') {
            throw new NoBatchException("scans must be a JSON array");
        } else {
            cursor.skipValue();
        }
    }

    private void array() {
        List<RawScan> found = new ArrayList<>();
        scans = found;
        arrayBegins = cursor.at();
        cursor.forEach('[', ']', () -> scan(found));
        arrayEnds = cursor.at();
    }

    private void scan(List<RawScan> found) {
        int begins = cursor.at();
        cursor.skipValue();
        if (found.size() <= mostScans) {
            found.add(new RawScan(json, begins, cursor.at() - begins));
        }
    }
}

package com.qualitypost.phoenix.ingest.gateway.body;

import com.qualitypost.phoenix.ingest.gateway.body.BatchOutline.NoBatchException;

/** A place in the bytes of a JSON text. It skips values by their quotation marks and brackets, without reading them. */
final class JsonCursor {
    private final byte[] json;
    private int at;

    JsonCursor(byte[] json) {
        this.json = json;
    }

    /** The index of the next byte. */
    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == json.length;
    }

    /**
     * Goes through the members of an object or the elements of an array, from its first bracket past its last one.
     *
     * @param element is called at the beginning of each and has to leave the cursor behind it
     */
    void forEach(char begin, char end, Runnable element) {
        expect(begin);
        for (skipBlanks(); next() != end; skipBlanks()) {
            element.run();
            skipBlanks();
            if (next() != end) {
                expect(',');
                skipBlanks();
                if (next() == end) {
                    throw malformed();
                }
            }
        }
        expect(end);
    }

    /** Skips any value by counting brackets, of whichever kind. */
    void skipValue() {
        switch (next()) {
            case '"' -> skipString();
            case '{', '[' -> {
                int depth = 0;
                do {
                    switch (next()) {
                        case '"' -> skipString();
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
                    throw malformed();
                }
            }
        }
    }

    void skipString() {
        for (at++; next() != '"'; at++) {
            at += json[at] == '\\' ? 1 : 0;
        }
        at++;
    }

    void skipBlanks() {
        while (at < json.length && isBlank(json[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    /** The next byte, which has to be there; it stays the next one. */
    byte next() {
        if (at >= json.length) {
            throw malformed();
        }
        return json[at];
    }

    /** Skips this byte, which has to be the next one. */
    void expect(char one) {
        if (next() != one) {
            throw malformed();
        }
        at++;
    }

    NoBatchException malformed() {
        int line = 1;
        int column = 1;
        for (int index = 0; index < Math.min(at, json.length); index++) {
            column = json[index] == '\n' ? 1 : column + 1;
            line += json[index] == '\n' ? 1 : 0;
        }
        return new NoBatchException("the body is not valid JSON, see line %d, column %d".formatted(line, column));
    }
}

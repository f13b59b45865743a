package com.qualitypost.phoenix.vocabulary;

import java.util.Optional;
import java.util.UUID;

/** The id that a device mints for a scan: a UUID in the one form that it is written back in. */
public final class ScanId {
    private static final int LENGTH = 36;

    private ScanId() {}

    /** Empty for all but 8-4-4-4-12 hexadecimal digits: {@link UUID#fromString} makes an id of {@code 1-1-1-1-1} too. */
    public static Optional<UUID> read(String text) {
        return isCanonical(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (isHyphen ? text.charAt(i) != '-' : !isHexadecimal(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexadecimal(char character) {
        return Ascii.isDigit(character) || character >= 'a' && character <= 'f' || character >= 'A' && character <= 'F';
    }
}

package com.qualitypost.phoenix.vocabulary;

import java.util.Optional;
import java.util.UUID;

/** The id that a device creates for a scan: a UUID in the one form in which it is written back. */
public final class ScanId {
    private static final int LENGTH = 36;

    private ScanId() {}

    /** Empty for all but 8-4-4-4-12 hexadecimal digits: {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. */
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

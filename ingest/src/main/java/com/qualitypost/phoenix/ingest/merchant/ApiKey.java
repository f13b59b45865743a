package com.qualitypost.phoenix.ingest.merchant;

import com.qualitypost.phoenix.vocabulary.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key in full; its owner gets to see it once.
 *
 * @param id names it in lists and when it is revoked, and reveals nothing of its text
 */
record ApiKey(String id, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;

    static ApiKey make(Mode mode) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new ApiKey(HexFormat.of().formatHex(id), mode.prefix + Secret.random());
    }

    /** Whether this may be the id of a key. */
    static boolean isId(String text) {
        return text.length() == 2 * ID_BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    byte[] hash() {
        return Secret.hash(text);
    }

    /** Leaves the key out: it must not get into logs. */
    @Override
    public String toString() {
        return id;
    }
}

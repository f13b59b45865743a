package com.qualitypost.phoenix.ingest.merchant;

import com.qualitypost.phoenix.vocabulary.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key as its owner gets it, once.
 *
 * @param id names it in lists and when it is revoked, and says nothing about its text
 */
record ApiKey(String id, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;

    static ApiKey make(Mode mode) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new ApiKey(HexFormat.of().formatHex(id), mode.prefix + Secret.random());
    }

    /** Whether it may be the id of one. */
    static boolean isId(String text) {
        return text.length() == 2 * ID_BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    byte[] hash() {
        return Secret.hash(text);
    }

    /** Without the key, which does not belong into logs. */
    @Override
    public String toString() {
        return id;
    }
}

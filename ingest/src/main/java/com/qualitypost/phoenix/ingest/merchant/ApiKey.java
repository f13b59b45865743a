package com.qualitypost.phoenix.ingest.merchant;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key in full; its owner gets to see it once.
 *
 * @param id names it in lists and when it is revoked, and reveals nothing of its text
 */
record ApiKey(String id, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;
    private static final int KEY_BYTES = 32;

    static ApiKey make(Mode mode) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(KEY_BYTES));
        return new ApiKey(HexFormat.of().formatHex(random(ID_BYTES)), mode.prefix + secret);
    }

    /** Whether this may be the id of a key. */
    static boolean isId(String text) {
        return text.length() == 2 * ID_BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** Fast on purpose: 256 random bits cannot be guessed. */
    byte[] hash() {
        return hash(text);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Leaves the key out: it must not get into logs. */
    @Override
    public String toString() {
        return id;
    }
}

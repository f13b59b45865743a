package com.qualitypost.phoenix.ingest.merchant;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key as its owner gets it, once.
 *
 * @param id names it in lists and when it is revoked, and says nothing about its text
 */
record ApiKey(String id, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;
    private static final int KEY_BYTES = 32;

    static ApiKey make(Mode mode) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(KEY_BYTES));
        return new ApiKey(HexFormat.of().formatHex(random(ID_BYTES)), mode.prefix + secret);
    }

    /** Whether it may be the id of one. */
    static boolean isId(String text) {
        return text.length() == 2 * ID_BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** Fast on purpose: nobody can try out 256 random bits. */
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

    /** Without the key, which does not belong into logs. */
    @Override
    public String toString() {
        return id;
    }
}

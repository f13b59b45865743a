package com.qualitypost.phoenix.projections.tracking;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A public answer in one language, ready to send. */
final class Answer {

    private static final int ETAG_BYTES = 16;

    private final byte[] body;
    private final byte[] etag;

    Answer(byte[] body) {
        this.body = body;
        this.etag = Arrays.copyOf(sha256(body), ETAG_BYTES);
    }

    byte[] body() {
        return body;
    }

    /** The first 16 bytes of the body's SHA-256. */
    byte[] etag() {
        return etag;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

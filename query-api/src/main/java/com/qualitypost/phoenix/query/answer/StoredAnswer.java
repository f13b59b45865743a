package com.qualitypost.phoenix.query.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.PackedText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A row of {@code tracking_view} in one language: the answer as the projection wrote it. */
public final class StoredAnswer {
    private static final byte[] NOT_STALE = "{\"stale\":false,".getBytes(US_ASCII);
    private static final byte[] STALE = "{\"stale\":true,".getBytes(US_ASCII);

    private static final int HASH_BYTES = 16;

    private final Version version;
    private final @Nullable LocalDateTime staleAfter;
    private final byte[] body;
    private final byte[] hash;

    public StoredAnswer(Version version, @Nullable LocalDateTime staleAfter, byte[] body) {
        this.version = version;
        this.staleAfter = staleAfter;
        this.body = body;
        this.hash = Arrays.copyOf(sha256(body), HASH_BYTES);
    }

    /** The answer in one of the two languages of the column. */
    public static byte[] read(byte[] column, Language language) {
        Answers answers = Answers.read(new PackedText(column));
        return switch (language) {
            case ES -> answers.spanish();
            case EN -> answers.english();
        };
    }

    public Version version() {
        return version;
    }

    public int size() {
        return body.length;
    }

    /** A strong tag: equal tags mean equal bytes. */
    public String etag(LocalDateTime now) {
        return '"' + HexFormat.of().formatHex(hash) + (isStale(staleAfter, now) ? "-stale\"" : "\"");
    }

    public byte[] body(LocalDateTime now) {
        return body(body, staleAfter, now);
    }

    public static byte[] body(byte[] body, @Nullable LocalDateTime staleAfter, LocalDateTime now) {
        return isStale(staleAfter, now) ? turned(body) : body;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isStale(@Nullable LocalDateTime staleAfter, LocalDateTime now) {
        return staleAfter != null && staleAfter.isBefore(now);
    }

    /** The stored bytes begin with the flag, so that changing it takes no parsing. */
    private static byte[] turned(byte[] body) {
        if (!Arrays.equals(body, 0, Math.min(NOT_STALE.length, body.length), NOT_STALE, 0, NOT_STALE.length)) {
            throw new IllegalStateException("The stored answer does not begin with " + new String(NOT_STALE, US_ASCII));
        }
        int rest = body.length - NOT_STALE.length;
        byte[] stale = Arrays.copyOf(STALE, STALE.length + rest);
        System.arraycopy(body, NOT_STALE.length, stale, STALE.length, rest);
        return stale;
    }
}

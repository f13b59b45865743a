package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.vocabulary.ScanId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.json.LowerCase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wrote about a parcel.
 *
 * @param at when the form was opened, in milliseconds
 * @param correction null for a mere note
 */
public record DeskEntry(
        TrackingNumber parcel,
        Instant at,
        OperatorName by,
        String text,
        @Nullable Correction correction) {

    /** The most characters of a text. */
    public static final int LONGEST_TEXT = 1_000;

    private static final UUID NAMESPACE = UUID.fromString("5bb0ec5f-9c1f-4f0e-8d43-6f2a4b7f1c55");

    /** Which scan is taken back, and what was wrong with it. */
    public record Correction(UUID scanId, Mistake mistake) {}

    /** Why a fact is taken back, in the words of the laws. */
    public enum Mistake implements LowerCase {
        DID_NOT_OCCUR,
        INCORRECT_DATA
    }

    /** Follows from everything that was typed, so that a form that is sent twice writes and reports one thing. */
    public UUID id() {
        return ScanId.v5(
                NAMESPACE, String.join("\n", parcel.value(), at.toString(), by.value(), text, "" + correction));
    }
}

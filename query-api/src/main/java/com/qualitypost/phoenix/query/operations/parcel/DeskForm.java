package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.operations.desk.DeskEntry;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Correction;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Mistake;
import com.qualitypost.phoenix.query.operations.desk.OperatorName;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form of the support desk as it was sent, and as it is shown again while something is wrong.
 *
 * @param at when it was opened; sent again it is the same, and does nothing twice
 * @param error what was wrong with the fact, on a correction
 */
record DeskForm(
        @Nullable String at,
        @Nullable String name,
        @Nullable String text,
        @Nullable String error) {

    /** As long as a browser's pass, so that no open page is older. */
    private static final Duration OPEN_FOR = Duration.ofHours(12);

    /** An empty one, with the name that is known. */
    static DeskForm signedBy(Optional<OperatorName> known) {
        return new DeskForm(now().toString(), known.map(OperatorName::value).orElse(""), "", "");
    }

    /** What is missing or too long; a correction also says what was wrong. */
    List<FormError> errors(boolean isCorrection) {
        List<FormError> errors = new ArrayList<>();
        if (isCorrection && mistake().isEmpty()) {
            errors.add(FormError.NO_MISTAKE);
        }
        if (plainText().isEmpty()) {
            errors.add(FormError.NO_TEXT);
        } else if (plainText().length() > DeskEntry.LONGEST_TEXT) {
            errors.add(FormError.LONG_TEXT);
        }
        if (OperatorName.of(name).isEmpty()) {
            errors.add(FormError.NO_NAME);
        }
        return errors;
    }

    DeskEntry note(TrackingNumber parcel) {
        return new DeskEntry(parcel, openedAt(), OperatorName.of(name).orElseThrow(), plainText(), null);
    }

    DeskEntry correction(TrackingNumber parcel, UUID scanId) {
        return new DeskEntry(
                parcel,
                openedAt(),
                OperatorName.of(name).orElseThrow(),
                plainText(),
                new Correction(scanId, mistake().orElseThrow()));
    }

    private Optional<Mistake> mistake() {
        return Stream.of(Mistake.values())
                .filter(mistake -> mistake.word().equals(error))
                .findFirst();
    }

    /** Browsers end lines in two characters. */
    private String plainText() {
        return text == null ? "" : PlainText.trimmed(text.replace("\r\n", "\n"));
    }

    private Instant openedAt() {
        Instant now = now();
        try {
            Instant opened = Instant.parse(at == null ? "" : at).truncatedTo(ChronoUnit.MILLIS);
            return opened.isBefore(now.minus(OPEN_FOR)) || opened.isAfter(now) ? now : opened;
        } catch (DateTimeException _) {
            return now; // Not from our page: whoever sends it twice does it twice.
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

package com.qualitypost.phoenix.query.operations.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Correction;
import com.qualitypost.phoenix.query.operations.desk.DeskEntry.Mistake;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskEntryTest {
    private static final UUID FACT = UUID.fromString("01937c5e-2d10-7a6b-8c56-0242ac120002");
    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    private final DeskEntry entry = entry(1, AT, "Ana", "wrong door", FACT, Mistake.DID_NOT_OCCUR);

    @Test
    void theSameFormHasTheSameId() {
        assertThat(entry(1, AT, "Ana", "wrong door", FACT, Mistake.DID_NOT_OCCUR)
                        .id())
                .isEqualTo(entry.id());
        assertThat(entry.id().version()).isEqualTo(5);
    }

    /** Otherwise what is different would be a conflict, and the second one be refused. */
    @Test
    void aFormThatSaysAnythingElseHasAnother() {
        assertThat(Stream.of(
                                entry,
                                entry(2, AT, "Ana", "wrong door", FACT, Mistake.DID_NOT_OCCUR),
                                entry(1, AT.plusMillis(1), "Ana", "wrong door", FACT, Mistake.DID_NOT_OCCUR),
                                entry(1, AT, "Luis", "wrong door", FACT, Mistake.DID_NOT_OCCUR),
                                entry(1, AT, "Ana", "wrong street", FACT, Mistake.DID_NOT_OCCUR),
                                entry(1, AT, "Ana", "wrong door", entry.id(), Mistake.DID_NOT_OCCUR),
                                entry(1, AT, "Ana", "wrong door", FACT, Mistake.INCORRECT_DATA),
                                new DeskEntry(entry.parcel(), AT, entry.by(), "wrong door", null))
                        .map(DeskEntry::id))
                .doesNotHaveDuplicates();
    }

    private static DeskEntry entry(int serial, Instant at, String by, String text, UUID fact, Mistake mistake) {
        return new DeskEntry(
                TrackingNumber.ours(serial), at, new OperatorName(by), text, new Correction(fact, mistake));
    }
}

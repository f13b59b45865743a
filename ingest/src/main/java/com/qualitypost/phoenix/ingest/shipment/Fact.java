package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable statement of what happened to a parcel, there, then. */
public record Fact(
        UUID scanId,
        Kind kind,
        Clocks clocks,
        Reporter reporter,
        @Nullable Place place,
        @Nullable Place nextPlace,
        @Nullable String reason,
        @Nullable Delivery delivery,
        @Nullable UUID corrects,
        @Nullable Ticket ticket,
        @Nullable Point point) {

    /** The order of the fold: corrected time in ms, rank, id as lower-case text. Equal times: the higher rank wins. */
    static final Comparator<Fact> ORDER = Comparator.comparingLong(
                    (Fact fact) -> fact.clocks.correctedAt().toEpochMilli())
            .thenComparingInt(Fact::rank)
            .thenComparing(fact -> fact.scanId.toString());

    /** Whether the reporter said the same; what the gateway added (its clock, the correction) is not compared. */
    boolean saysTheSameAs(Fact other) {
        return withClocks(Clocks.NONE).equals(other.withClocks(Clocks.NONE)) && clocks.saysTheSameAs(other.clocks);
    }

    /** Whether this copy of a fact says everything that the other one says, and more. */
    boolean addsTo(Fact other) {
        return clocks.saysTheSameAs(other.clocks) && includes(withClocks(Clocks.NONE), other.withClocks(Clocks.NONE));
    }

    private static boolean includes(@Nullable Object more, @Nullable Object less) {
        if (less == null || less.equals(more)) {
            return true;
        }
        return less instanceof Record said
                && more instanceof Record
                && Stream.of(said.getClass().getRecordComponents())
                        .allMatch(part -> includes(part(part, more), part(part, less)));
    }

    private static @Nullable Object part(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fact withClocks(Clocks replaced) {
        return new Fact(scanId, kind, replaced, reporter, place, nextPlace, reason, delivery, corrects, ticket, point);
    }

    private int rank() {
        return kind.status().map(Status::rank).orElse(-1);
    }
}

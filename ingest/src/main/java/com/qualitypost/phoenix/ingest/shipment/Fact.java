package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable statement of what happened to a parcel, where and when.
 *
 * @param kind the name of a {@link Kind}, or of one that only a newer version knows: such a fact has no status, and
 *     stays as it is until that version folds it
 */
public record Fact(
        UUID scanId,
        String kind,
        Clocks clocks,
        Reporter reporter,
        @Nullable Place place,
        @Nullable Place nextPlace,
        @Nullable String reason,
        @Nullable Delivery delivery,
        @Nullable UUID corrects,
        @Nullable Ticket ticket,
        @Nullable GeoPoint point) {
    /**
     * The order of the fold: corrected time in ms, rank, id as lower-case text. At equal times the higher rank wins.
     */
    static final Comparator<Fact> ORDER = Comparator.comparingLong(
                    (Fact fact) -> fact.clocks.correctedAt().toEpochMilli())
            .thenComparingInt(Fact::rank)
            .thenComparing(fact -> fact.scanId.toString());

    boolean is(Kind one) {
        return kind.equals(one.name());
    }

    /** The status that this leads to; empty for facts that only appear in the timeline. */
    public Optional<Status> status() {
        return Kind.named(kind).flatMap(Kind::status);
    }

    /** The time zone of the place, if known. */
    Optional<ZoneId> zone() {
        return place == null ? Optional.empty() : place.zone();
    }

    /** The corrected time in the place's time zone; if that is unknown, in the reporter's. */
    public OffsetDateTime localTime() {
        return zone().map(zone -> clocks.correctedAt().atZone(zone).toOffsetDateTime())
                .orElseGet(clocks::localTime);
    }

    /**
     * The fact that this one takes back; null for all but corrections, because only a correction shows in the timeline
     * what it does.
     */
    @Nullable
    UUID takesBack() {
        return is(Kind.CORRECTION) ? corrects : null;
    }

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
        return status().map(Status::rank).orElse(-1);
    }

    /** A point on the map, WGS 84, degrees. */
    public record GeoPoint(double latitude, double longitude) {}

    /** Who reported a fact, with the reporter's own number and code for it. */
    public record Reporter(
            String source,
            @Nullable String sourceCode,
            @Nullable String deviceId,
            @Nullable Long deviceSeq,
            @Nullable String bootId,
            @Nullable Long uptimeMs) {}

    /** To whom a parcel was handed over. */
    public record Delivery(
            @Nullable String to,
            @Nullable Boolean cashCollected,
            @Nullable String proofSha256) {}
}

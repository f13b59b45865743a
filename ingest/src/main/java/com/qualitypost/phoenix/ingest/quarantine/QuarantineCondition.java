package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the condition on {@code quarantine q} from only those filters that were given, so that an index can answer it.
 */
record QuarantineCondition(String sql, Map<String, Object> parameters) {
    private static final QuarantineCondition ALL = new QuarantineCondition("TRUE", Map.of());

    private static final String AFTER = """
            (q.refused_at, q.source_topic, q.source_partition, q.source_offset) < (:after)""";

    private static final String AMONG = """
            (q.source_topic, q.source_partition, q.source_offset) IN (:ids)""";

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static QuarantineCondition matching(QuarantineFilter filter, @Nullable EntryCursor after) {
        QuarantineCondition where = ALL.and("q.reason = :reason", "reason", filter.reason())
                .and("q.device_id = :device", "device", filter.device())
                .and("q.tracking_number = :number", "number", stored(filter.trackingNumber()))
                .and("q.refused_at >= :from", "from", column(filter.from()))
                .and("q.refused_at < :until", "until", column(filter.until()));
        return after == null ? where : where.after(after.id(), column(after.refusedAt()));
    }

    static QuarantineCondition among(Collection<SourceRecord> ids) {
        return ALL.and(
                AMONG,
                "ids",
                ids.stream()
                        .map(id -> new Object[] {id.topic(), id.partition(), id.offset()})
                        .toList());
    }

    /** A malformed number is searched as it was typed: it may be the reason for the quarantine. */
    private static @Nullable String stored(@Nullable String number) {
        return number == null
                ? null
                : switch (TrackingNumber.read(number)) {
                    case Reading.Valid(TrackingNumber read) -> read.value();
                    case Reading.WrongCheckDigit(String read, int _) -> read;
                    case Reading.Malformed _ -> PlainText.trimmed(number);
                };
    }

    /** The column holds no other times, and nothing was refused outside of them. */
    private static @Nullable LocalDateTime column(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        return Utc.column(time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time);
    }

    /** MySQL reads an index by the plain bound on the time only, not by a comparison of rows. */
    private QuarantineCondition after(SourceRecord id, @Nullable LocalDateTime refusedAt) {
        return and("q.refused_at <= :afterAt", "afterAt", refusedAt)
                .and(AFTER, "after", Arrays.asList(refusedAt, id.topic(), id.partition(), id.offset()));
    }

    private QuarantineCondition and(String condition, String parameter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new QuarantineCondition(sql + " AND " + condition, more);
    }
}

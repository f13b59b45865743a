package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the facts of each hour and depot in the transaction that writes them and moves the offsets, so that each is
 * counted exactly once.
 */
public final class FactsPerHour {
    private static final String INSERT = "INSERT INTO fact_hour (received_hour, depot, generation, bucket, facts)";
    private static final String ADD = "ON DUPLICATE KEY UPDATE facts = fact_hour.facts + n.facts";

    private final MultiRow rows;
    private final RetentionCleanup forgetting;

    public FactsPerHour(JdbcTemplate jdbc) {
        this.rows = new MultiRow(jdbc, INSERT, ADD);
        this.forgetting = new RetentionCleanup(jdbc, "fact_hour", "received_hour");
    }

    private record Hour(Instant start, String depot, int generation) {}

    public void write(RecordBatch batch, Instant now) {
        Map<Hour, Integer> counts = new HashMap<>();
        Instant oldest = now.minus(RetentionCleanup.KEPT);
        for (ShipmentEvent event : batch.events()) {
            Place place = event.getFact().getPlace();
            Instant received = event.getFact().getReceivedAt();
            // A depot's work is with parcels, not with test numbers. A fact that only turned out to be received earlier
            // is not new; old ones come again with a rebuild.
            if (place != null
                    && place.getCode() != null
                    && event.getOutcome() != EventOutcome.RETIMED
                    && !new TrackingNumber(event.getTrackingNumber()).isForTests()
                    && received.isAfter(oldest)) {
                Instant start = received.truncatedTo(ChronoUnit.HOURS);
                counts.merge(new Hour(start, place.getCode(), event.getGeneration()), 1, Integer::sum);
            }
        }
        if (!counts.isEmpty()) {
            int bucket = bucket(batch);
            rows.write(counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(Hour::start)
                            .thenComparing(Hour::depot)
                            .thenComparing(Hour::generation)))
                    .map(hour -> new Object[] {
                        Utc.column(hour.getKey().start()),
                        hour.getKey().depot(),
                        hour.getKey().generation(),
                        bucket,
                        hour.getValue()
                    })
                    .toList());
            forgetting.step(now);
        }
    }

    /** Each writer of a group mostly counts in rows of its own, so that none waits for another. */
    private static int bucket(RecordBatch batch) {
        return batch.steps().keySet().stream()
                .mapToInt(TopicPartition::partition)
                .min()
                .orElse(0);
    }
}

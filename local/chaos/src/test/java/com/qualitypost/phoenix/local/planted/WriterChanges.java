package com.qualitypost.phoenix.local.planted;

import java.util.Comparator;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes that are too long to be inlined, for the table writer, which uses a single thread. */
public final class WriterChanges {
    private static final String SET = """
            INSERT INTO sink_offset (topic, part, next_offset, owner) VALUES (?, ?, ?, ?) AS n
            ON DUPLICATE KEY UPDATE next_offset = n.next_offset, owner = n.owner""";
    private static final String FENCE = "(n.generation, n.revision) > (shipment.generation, shipment.revision)";

    private static @Nullable Object old;
    private static boolean writingAgain;

    private WriterChanges() {}

    /** In the order in which the writer itself locks them, so that nothing else is wrong. */
    public static void setOffsets(JdbcTemplate jdbc, String owner, Map<?, ?> steps) {
        steps.keySet().stream()
                .map(TopicPartition.class::cast)
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .forEach(partition -> jdbc.update(
                        SET,
                        partition.topic(),
                        partition.partition(),
                        Reach.call(steps.get(partition), "next"),
                        owner));
    }

    /** For the statement that writes shipments; others are left unchanged. */
    public static String withoutFence(String update) {
        if (!update.contains("shipment.generation")) {
            return update;
        }
        String open = update.replace(FENCE, "TRUE")
                .replaceFirst(
                        "(?s)revision = IF\\(n\\.generation > shipment.*",
                        "revision = n.revision, generation = n.generation");
        if (open.contains("shipment.generation")) {
            Agent.end("NO_FENCE", "the statement that writes shipments has another fence: " + open);
        }
        return open;
    }

    /**
     * Like a writer that was frozen with a batch in its hands: writes every 20th batch once more, 20 batches later.
     */
    public static void writeAnOldBatchAgain(Object writer, Object batch) {
        if (writingAgain || !Rarely.strikes(20)) {
            return;
        }
        writingAgain = true;
        try {
            if (old != null) {
                Reach.call(writer, "write", old);
            }
        } finally {
            writingAgain = false;
            old = batch;
        }
    }
}

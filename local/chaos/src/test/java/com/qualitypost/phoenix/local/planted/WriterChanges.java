package com.qualitypost.phoenix.local.planted;

import java.util.Comparator;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is too long to be inlined, for the table writer. Its one thread does all of it. */
public final class WriterChanges {

    private static final String SET = """
            INSERT INTO sink_offset (topic, part, next_offset, owner) VALUES (?, ?, ?, ?) AS n
            ON DUPLICATE KEY UPDATE next_offset = n.next_offset, owner = n.owner""";
    private static final String FENCE = "(n.generation, n.revision) > (shipment.generation, shipment.revision)";

    private static @Nullable Object old;
    private static boolean writingAgain;

    private WriterChanges() {}

    /** In the order in which the writer itself locks them, so that this is the only thing that is wrong. */
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

    /** Of the statement that writes shipments; others are left as they are. */
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

    /** As a writer would that was frozen with a batch in its hands: every 20th batch once more, 20 batches later. */
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

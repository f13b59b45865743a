package com.qualitypost.phoenix.ingest.progress;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far a consumer group has come, partition by partition, as Kafka knows it: whatever keeps a partition
 * from moving, its offset stands still while there is more to read.
 */
public final class GroupProgress implements BackgroundWork {
    private static final int LIMIT_MS = 2_000;
    private static final int MOST_NAMED = 5;

    private final String group;
    private final List<String> topics;
    private final KafkaSettings kafka;
    private final ProgressSettings settings;
    private final Background background;
    private final Pulse looked = new Pulse();
    private volatile Map<TopicPartition, Standing> standings = Map.of();

    public GroupProgress(String group, List<String> topics, KafkaSettings kafka, ProgressSettings settings) {
        this.group = group;
        this.topics = topics;
        this.kafka = kafka;
        this.settings = settings;
        this.background = Background.virtual("progress of " + group, this::watch);
    }

    /** Where a partition has been read to, where it ends, and when either last changed. */
    private record Standing(long next, long end, Pulse moved) {
        long behind() {
            return end - next;
        }
    }

    private void watch() throws InterruptedException {
        Map<String, Object> config = kafka.client();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-progress-" + group);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(config)) {
            while (true) {
                look(admin);
                Thread.sleep(settings.lookEvery());
            }
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            Collection<TopicPartition> partitions = partitions(admin);
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            // Asked for after the committed offsets: a partition that was read to its end meanwhile is not behind.
            Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
            Map<TopicPartition, Long> beginnings = offsets(admin, partitions, OffsetSpec.earliest());
            Map<TopicPartition, Standing> now = new HashMap<>();
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata next = committed.get(partition);
                long begin = beginnings.getOrDefault(partition, 0L);
                now.put(
                        partition,
                        standing(
                                partition,
                                next == null ? begin : Math.max(begin, next.offset()),
                                ends.getOrDefault(partition, 0L)));
            }
            standings = Map.copyOf(now);
            looked.beat();
        } catch (ExecutionException _) {
            // Kafka or a topic is missing; how long nothing has been known is reported below.
        }
    }

    private Standing standing(TopicPartition partition, long next, long end) {
        Standing before = standings.get(partition);
        return before == null || before.next() != next || before.behind() <= 0
                ? new Standing(next, end, new Pulse())
                : new Standing(next, end, before.moved());
    }

    private Collection<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream().collect(toMap(partition -> partition, _ -> which)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** Names the partitions that stand still although there is more to read; null if there are none. */
    public @Nullable String stuck() {
        String partitions = stand().map(stuck -> "%s has been at offset %,d for %d s, %,d behind"
                        .formatted(
                                stuck.getKey(),
                                stuck.getValue().next(),
                                stuck.getValue().moved().age().toSeconds(),
                                stuck.getValue().behind()))
                .limit(MOST_NAMED)
                .collect(joining("; "));
        if (partitions.isEmpty()) {
            return looked.isOlderThan(settings.patience())
                    ? "the progress of %s has been unknown for %d s: Kafka or one of the topics does not answer"
                            .formatted(group, looked.age().toSeconds())
                    : null;
        }
        long more = stand().count() - MOST_NAMED;
        return more > 0 ? partitions + "; and " + more + " more" : partitions;
    }

    private Stream<Map.Entry<TopicPartition, Standing>> stand() {
        return standings.entrySet().stream()
                .filter(partition -> partition.getValue().behind() > 0
                        && partition.getValue().moved().isOlderThan(settings.patience()))
                .sorted(Comparator.comparing(partition -> partition.getKey().toString()));
    }

    @Override
    public Background background() {
        return background;
    }
}

package com.qualitypost.phoenix.query.change;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all partitions of {@code tracking-changes} from a given moment on, for this node alone; throws on any failure.
 */
final class ChangeTopic implements AutoCloseable {
    private static final Duration AT_MOST = Duration.ofMillis(200);
    private static final int ANSWER_LIMIT_MS = 2_000;

    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    ChangeTopic(KafkaSettings kafka, Duration lookBack) {
        name = kafka.name(Topic.TRACKING_CHANGES);
        consumer = new KafkaConsumer<>(config(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            Collection<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            // Asked first, so that what is announced between the two requests is read.
            ends = consumer.endOffsets(partitions);
            seek(Instant.now().minus(lookBack));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> config(KafkaSettings kafka) {
        Map<String, Object> config = kafka.consumer();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "query-api-changes");
        // A lost position has to be thrown, because listeners must be told.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1 << 20);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 18);
        return config;
    }

    private Collection<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(name);
        if (found == null || found.isEmpty()) {
            throw new KafkaException("There is no topic " + name + " yet; deploy the topics");
        }
        return found.stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    private void seek(Instant from) {
        Map<TopicPartition, Long> times =
                ends.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> from.toEpochMilli()));
        consumer.offsetsForTimes(times)
                .forEach((partition, first) ->
                        consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset()));
    }

    Iterable<ConsumerRecord<String, byte[]>> next() {
        return consumer.poll(AT_MOST);
    }

    /** Whether everything was read that was on the topic when reading began. */
    boolean isReadToTheEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Throws if Kafka is away, which {@link #next} would not reveal, or if partitions have been added. */
    void check() {
        consumer.endOffsets(ends.keySet());
        if (partitions().size() != ends.size()) {
            throw new KafkaException("The topic has more partitions now");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

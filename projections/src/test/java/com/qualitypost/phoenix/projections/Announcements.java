package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything on {@code tracking-changes}, read from its beginning. */
public final class Announcements implements AutoCloseable {
    private final KafkaConsumer<String, TrackingChange> consumer;
    private final List<ConsumerRecord<String, TrackingChange>> read = new ArrayList<>();

    public Announcements(TestEnvironment stage) {
        var registry = new RegistrySettings(stage.registryUrl() + "/apis/registry/v3");
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stage.kafka(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                registry.deserializer());
        String topic = stage.topic(Topic.TRACKING_CHANGES);
        consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
    }

    /** {@code number status generation.revision} of each, oldest first per parcel. */
    public List<String> all() {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        return read.stream()
                .map(ConsumerRecord::value)
                .map(change -> "%s %s %d.%d"
                        .formatted(
                                change.getTrackingNumber(),
                                change.getStatus(),
                                change.getGeneration(),
                                change.getRevision()))
                .toList();
    }

    List<String> keys() {
        return read.stream().map(ConsumerRecord::key).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}

package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.topic.Topic;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where each partition of our topics ends now. */
final class TopicEnds {
    private TopicEnds() {}

    static Map<String, Map<Integer, Long>> now(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var names = Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
            names.retainAll(admin.listTopics().names().get());
            var partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Map<String, Map<Integer, Long>> ends = new TreeMap<>();
            admin.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.computeIfAbsent(partition.topic(), _ -> new TreeMap<>())
                            .put(partition.partition(), end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new ServerException("Asking Kafka where its topics end: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while asking Kafka where its topics end", e);
        }
    }
}

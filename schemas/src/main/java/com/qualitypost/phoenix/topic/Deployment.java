package com.qualitypost.phoenix.topic;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What has to be there before the applications start: the topics of the catalogue and the schemas of their values. */
public record Deployment(
        String bootstrapServers, String registryUrl, String topicPrefix, int partitions, int replication) {

    /** Creates the topics that are missing and registers the schemas; may be repeated. */
    public void deploy() throws ExecutionException, InterruptedException, IOException {
        createTopics();
        var registry = new SchemaRegistry(registryUrl);
        registry.demandFullTransitiveCompatibility();
        for (Topic topic : Topic.values()) {
            if (topic.schema().isPresent()) {
                registry.register(
                        topicPrefix + topic.topicName() + "-value",
                        topic.schema().get());
            }
        }
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            Collection<NewTopic> missing = Arrays.stream(Topic.values())
                    .map(this::newTopic)
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topicPrefix + topic.topicName(), topic.partitions(partitions), (short) replication)
                .configs(topic.config(replication));
    }

    /** Deploys: {@code BOOTSTRAP_SERVERS REGISTRY_URL [PARTITIONS [REPLICATION [TOPIC_PREFIX]]]}. */
    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        if (given.size() < 2) {
            System.err.println(
                    "Usage: Deployment BOOTSTRAP_SERVERS REGISTRY_URL [PARTITIONS [REPLICATION [TOPIC_PREFIX]]]");
            System.exit(2);
        }
        new Deployment(
                        given.get(0),
                        given.get(1),
                        given.size() > 4 ? given.get(4) : "",
                        given.size() > 2 ? Integer.parseInt(given.get(2)) : 8,
                        given.size() > 3 ? Integer.parseInt(given.get(3)) : 1)
                .deploy();
    }
}

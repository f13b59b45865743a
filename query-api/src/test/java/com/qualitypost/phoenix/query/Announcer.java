package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import com.qualitypost.phoenix.topic.Topic;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Announces changes as the projections do, on a topic of its own. */
public final class Announcer implements AutoCloseable {
    private final String servers;
    private final RegistryServer registry;
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + ".";
    private final String topic = Topic.TRACKING_CHANGES.topicName(prefix);
    private final Serializer<TrackingChange> serializer;
    private final KafkaProducer<String, byte[]> producer;

    public Announcer(String servers, RegistryServer registry) throws Exception {
        this.servers = servers;
        this.registry = registry;
        deploy();
        serializer = new RegistrySettings(registry.coreUrl()).serializer();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
    }

    public void deploy() throws Exception {
        new Deployment(servers, registry.confluentUrl(), prefix, 2, 1).deploy();
    }

    /** What a node needs to receive them. */
    public Map<String, Object> settings() {
        return Map.of(
                "phoenix.kafka.bootstrap-servers", servers,
                "phoenix.registry.url", registry.coreUrl(),
                "phoenix.kafka.topic-prefix", prefix);
    }

    public String topic() {
        return topic;
    }

    public void announce(TrackingNumber number, Version version) throws Exception {
        announce(number, version, ShipmentStatus.IN_TRANSIT);
    }

    /** There is no answer any more. */
    public void revoke(TrackingNumber number) throws Exception {
        announce(number, new Version(1, 1), ShipmentStatus.UNKNOWN);
    }

    private void announce(TrackingNumber number, Version version, ShipmentStatus status) throws Exception {
        var change = new TrackingChange(number.value(), version.generation(), version.revision(), status, 1L);
        send(number, serializer.serialize(topic, change));
    }

    public void send(TrackingNumber number, byte[] bytes) throws Exception {
        producer.send(new ProducerRecord<>(topic, number.value(), bytes)).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}

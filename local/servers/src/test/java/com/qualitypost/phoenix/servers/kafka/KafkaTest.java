package com.qualitypost.phoenix.servers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What every Kafka for tests has to do, wherever it runs. */
public abstract class KafkaTest {
    abstract Kafka kafka();

    @Test
    void aRecordSentIsARecordReceivedInAGroup() throws Exception {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", "key", "value")).get(10, TimeUnit.SECONDS);
        }
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("letters"));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("value");
        }
    }

    @Test
    void noTopicIsMadeByAccident() {
        try (Admin admin = Admin.create(settings())) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("typo"))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                kafka().bootstrapServers(),
                "group.id",
                "readers",
                "auto.offset.reset",
                "earliest");
    }
}

package com.qualitypost.phoenix.local.chaos.content;

import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.topic.Topic;
import com.qualitypost.phoenix.topic.TrustedRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what a topic contains of some parcels, from its beginning to its end and only what is committed, as an analyst
 * does.
 */
public final class TopicContent implements AutoCloseable {
    /**
     * One byte for Confluent's format, and four for the schema's id: everything here is written with the newest schema.
     */
    private static final int HEADER_BYTES = 5;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final NumberRange numbers;

    public TopicContent(String bootstrapServers, NumberRange numbers) {
        this.numbers = numbers;
        TrustedRecords.establish();
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Passes on all records, in order within each partition. */
    public <T extends SpecificRecord> void forEach(Topic topic, Class<T> type, Consumer<T> reader) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        SpecificDatumReader<T> avro = new SpecificDatumReader<>(type);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(found -> {
                if (numbers.contain(new String(found.key(), StandardCharsets.UTF_8))) {
                    reader.accept(decoded(avro, found.value()));
                }
            });
        }
    }

    private static <T extends SpecificRecord> T decoded(SpecificDatumReader<T> avro, byte[] value) {
        return Unchecked.get(() -> avro.read(
                null, DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}

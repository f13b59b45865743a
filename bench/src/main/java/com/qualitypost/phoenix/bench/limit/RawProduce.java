package com.qualitypost.phoenix.bench.limit;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How many records a second one producer gets onto Kafka, with the settings that suit it best. */
public final class RawProduce {
    private static final String TOPIC = "bench-limit";
    private static final int PARTITIONS = 8;
    private static final long AT_ONCE = 5_000;
    private static final int WAITING_AT_MOST = 200_000;

    private RawProduce() {}

    /**
     * Records that were acknowledged, a second.
     *
     * @param values taken in turns
     */
    public static double perSecond(String bootstrapServers, List<byte[]> values, Duration time) {
        remake(bootstrapServers);
        AtomicLong acknowledged = new AtomicLong();
        long sent = 0;
        long began = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "linger.ms", "5",
                        "batch.size", "131072",
                        "buffer.memory", "67108864",
                        "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            while (System.nanoTime() - began < time.toNanos()) {
                for (int i = 0; i < AT_ONCE; i++) {
                    var _ = producer.send(
                            new ProducerRecord<>(
                                    TOPIC, (int) (sent % PARTITIONS), null, values.get((int) (sent++ % values.size()))),
                            (_, failure) -> {
                                if (failure == null) {
                                    acknowledged.incrementAndGet();
                                }
                            });
                }
                if (sent - acknowledged.get() > WAITING_AT_MOST) {
                    producer.flush();
                }
            }
        }
        return acknowledged.get() / ((System.nanoTime() - began) / 1e9);
    }

    /** Each time from the beginning, so that the disk does not fill. */
    private static void remake(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            if (admin.listTopics().names().get().contains(TOPIC)) {
                admin.deleteTopics(Set.of(TOPIC)).all().get();
            }
            admin.createTopics(Set.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new ServerException("Making the topic for the limit: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while making a topic", e);
        }
    }
}

package com.qualitypost.phoenix.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class WriterThreadTest {
    private final KafkaTopics topics = new KafkaTopics("");
    private final RegistrySettings registry =
            new RegistrySettings(TestServers.registry().coreUrl());
    private final Mysql mysql = TestServers.mysql();
    private final String url = mysql.writerUrl("phoenix");

    @Test
    void aWriterThatFailsIsReplacedByANewOneAndTheLastOneIsClosed() {
        MockConsumer<byte[], byte[]> broken = new MockConsumer<>("earliest");
        broken.setPollException(new KafkaException("something that nobody thought of"));
        MockConsumer<byte[], byte[]> sound = new MockConsumer<>("earliest");
        Iterator<MockConsumer<byte[], byte[]>> consumers =
                List.of(broken, sound).iterator();
        var thread = new WriterThread(new Migration(settings()), () -> writer(consumers.next()));

        thread.start();
        await().untilAsserted(() -> assertThat(sound.subscription()).contains(topics.events()));
        thread.stop();

        assertThat(broken.closed()).isTrue();
        assertThat(sound.closed()).isTrue();
    }

    @Test
    void anErrorEndsTheWriterAndNotTheWriting() {
        MockConsumer<byte[], byte[]> sound = new MockConsumer<>("earliest");
        AtomicInteger made = new AtomicInteger();
        var thread = new WriterThread(new Migration(settings()), () -> {
            if (made.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("something that nobody thought of");
            }
            return writer(sound);
        });

        thread.start();
        await().untilAsserted(() -> assertThat(thread.trouble()).contains("something that nobody thought of"));
        await().untilAsserted(() -> assertThat(sound.subscription()).contains(topics.events()));
        assertThat(thread.trouble()).isNull();
        thread.stop();
    }

    private TableWriter writer(MockConsumer<byte[], byte[]> consumer) {
        var source = new DriverManagerDataSource(url, "writer", password("writer"));
        var jdbc = new JdbcTemplate(source);
        var offsets = new SinkOffsets(jdbc, "test");
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var reader = new BatchReader(topics, registry);
        return new TableWriter(
                new AlignedConsumer(consumer, offsets, 100),
                TableWriter.topics(topics),
                reader,
                new FactsWithStates(topics.events(), new Revisions(jdbc)::of, InstantSource.system()),
                new BisectingWriter(reader, new ShipmentWriter(jdbc, transaction, offsets)::write));
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(
                mysql.writer(),
                "DISABLED",
                Duration.ofSeconds(5),
                "writer",
                password("writer"),
                "migrate",
                password("migrate"));
    }

    private String password(String user) {
        return mysql.credentials().password(user);
    }
}

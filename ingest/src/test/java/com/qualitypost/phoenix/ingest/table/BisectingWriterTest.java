package com.qualitypost.phoenix.ingest.table;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.ingest.table.row.Content;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** How much one transaction takes. */
class BisectingWriterTest {
    private static final String TOPIC = "duplicate-scans";

    private final List<Integer> transactions = new ArrayList<>();
    private final BatchReader reader = new BatchReader(new KafkaTopics(""), new RegistrySettings("http://127.0.0.1:1"));
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private int tooMany = Integer.MAX_VALUE;

    private final BisectingWriter writer = new BisectingWriter(reader, batch -> {
        int records = batch.duplicates().size();
        if (records >= tooMany) {
            throw new QueryTimeoutException("too slow");
        }
        transactions.add(records);
        batch.steps().forEach((partition, step) -> {
            assertThat(step.expected()).isEqualTo(written.getOrDefault(partition, 0L));
            assertThat(step.next()).isEqualTo(step.expected() + records);
        });
    });

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aTransactionTakesTwoThousandSmallRecords() {
        writer.write(records(4_500, 300, _ -> "HH-1"), written);

        assertThat(transactions).containsExactly(2_000, 2_000, 500);
    }

    @Test
    void aTransactionTakesEightMegabytes() {
        writer.write(records(20, 1 << 20, _ -> "HH-1"), written);

        assertThat(transactions).containsExactly(8, 8, 4);
    }

    @Test
    void aRecordThatIsLargerGoesAlone() {
        writer.write(records(3, 9 << 20, _ -> "HH-1"), written);

        assertThat(transactions).containsExactly(1, 1, 1);
    }

    @Test
    void aTransactionTellsOfTwoHundredDevices() {
        writer.write(records(450, 300, "HH-%d"::formatted), written);

        assertThat(transactions).containsExactly(200, 200, 50);
    }

    @Test
    void whatWasTooMuchIsTriedInSmallerParts() {
        tooMany = 300;
        List<Content> records = records(1_000, 300, _ -> "HH-1");

        for (int trial = 0; trial < 2; trial++) {
            assertThatThrownBy(() -> writer.write(records, written)).isInstanceOf(QueryTimeoutException.class);
        }
        assertThatThrownBy(() -> writer.write(records, written)).isInstanceOf(QueryTimeoutException.class);

        assertThat(transactions).containsExactly(250);
        assertThat(written).containsValue(250L);
    }

    private static List<Content> records(int count, int bytes, IntFunction<String> device) {
        return IntStream.range(0, count)
                .mapToObj(offset -> {
                    Scan scan = Scan.newBuilder(scan("PQ000000014MX", UUID.randomUUID(), Kind.ARRIVED.name(), "10:00"))
                            .setDeviceId(device.apply(offset))
                            .build();
                    var record = new ConsumerRecord<>(
                            TOPIC,
                            0,
                            offset,
                            0L,
                            TimestampType.CREATE_TIME,
                            13,
                            bytes,
                            new byte[0],
                            new byte[0],
                            new RecordHeaders(),
                            Optional.empty());
                    return new Content(record, scan);
                })
                .toList();
    }
}

package com.qualitypost.phoenix.ingest.stream;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.String;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.topic.Topic;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scans in, shipment events and states out. The rules are in {@code Shipment}; this class only says which topic feeds
 * which step.
 */
class ShipmentTopology {
    private static final Map<String, String> LARGE_RECORDS =
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MOST_BYTES));

    private final KafkaTopics topics;
    private final RegistrySettings registry;
    private final StreamSettings settings;
    private final Rules rules;
    private final JudgementMetrics judged;
    private final RefoldEndpoint refolding;

    ShipmentTopology(
            KafkaTopics topics,
            RegistrySettings registry,
            StreamSettings settings,
            Rules rules,
            JudgementMetrics judged,
            RefoldEndpoint refolding) {
        this.topics = topics;
        this.registry = registry;
        this.settings = settings;
        this.rules = rules;
        this.judged = judged;
        this.refolding = refolding;
    }

    @Autowired
    void define(StreamsBuilder builder) {
        // Caching would delay results and never save one: each record has an effect of its own.
        builder.addStateStore(
                keyValueStoreBuilder(persistentKeyValueStore(ScanJudge.STORE), String(), HistorySerde.serde())
                        .withCachingDisabled()
                        .withLoggingEnabled(LARGE_RECORDS));
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(RefusalStore.STORE), String(), ByteArray())
                .withCachingDisabled());
        builder.addStateStore(
                keyValueStoreBuilder(persistentKeyValueStore(PositionStore.STORE), String(), HistorySerde.ofPositions())
                        .withCachingDisabled());
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(Schemas.STORE), String(), String())
                .withCachingDisabled());
        builder.addStateStore(keyValueStoreBuilder(persistentKeyValueStore(RefoldEndpoint.STORE), String(), String())
                .withCachingDisabled());

        builder.stream(topics.scans(), Consumed.with(ByteArray(), ByteArray()))
                .process(
                        this::judge,
                        Named.as("judge-scan"),
                        ScanJudge.STORE,
                        RefusalStore.STORE,
                        PositionStore.STORE,
                        Schemas.STORE,
                        RefoldEndpoint.STORE)
                .to((_, record, _) -> topic(record), Produced.with(ByteArray(), judgedRecords()));
    }

    private ScanJudge judge() {
        return new ScanJudge(new ScanCheck(new AvroReader<>(Scan.class, registry)), rules, settings, judged, refolding);
    }

    private String topic(JudgedRecord record) {
        return switch (record) {
            case JudgedRecord.Event _ -> topics.events();
            case JudgedRecord.State _ -> topics.states();
            case JudgedRecord.Repetition _ -> topics.duplicates();
            case JudgedRecord.Quarantined _ -> topics.quarantine();
        };
    }

    private Serde<JudgedRecord> judgedRecords() {
        // Nobody here reads them, hence no deserializer.
        return Serdes.serdeFrom(new JudgedRecordSerializer(registry), (_, _) -> {
            throw new UnsupportedOperationException();
        });
    }
}

package com.qualitypost.phoenix.ingest.stream;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.String;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.topic.Topic;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
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
                .split(Named.as("judged-"))
                .branch((_, record) -> record instanceof ShipmentEvent, to(ShipmentEvent.class, topics.events()))
                .branch((_, record) -> record instanceof ShipmentState, to(ShipmentState.class, topics.states()))
                .branch((_, record) -> record instanceof Scan, to(Scan.class, topics.duplicates()))
                .defaultBranch(to(QuarantinedScan.class, topics.quarantine()));
    }

    private ScanJudge judge() {
        return new ScanJudge(new AvroReader<>(Scan.class, registry), rules, settings, judged, refolding);
    }

    private <T extends SpecificRecord> Branched<byte[], SpecificRecord> to(Class<T> type, String topic) {
        // Nobody here reads it, hence no deserializer.
        var values = Serdes.serdeFrom(registry.<T>serializer(), (_, _) -> {
            throw new UnsupportedOperationException();
        });
        return Branched.withConsumer((KStream<byte[], SpecificRecord> branch) ->
                branch.mapValues(type::cast).to(topic, Produced.with(ByteArray(), values)));
    }
}

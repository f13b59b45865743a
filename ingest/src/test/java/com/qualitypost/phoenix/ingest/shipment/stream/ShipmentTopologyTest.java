package com.qualitypost.phoenix.ingest.shipment.stream;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.RegistrySettings;
import com.qualitypost.phoenix.ingest.wire.Replayed;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.topic.Deployment;
import com.qualitypost.phoenix.vocabulary.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipmentTopologyTest {

    private static final String NUMBER = "PQ000000014MX";
    private static final RegistrySettings REGISTRY =
            new RegistrySettings(TestServers.registry().coreUrl());
    private static final KafkaTopics TOPICS = new KafkaTopics("");

    private final Serializer<Scan> serializer = REGISTRY.serializer();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> scans;

    @BeforeAll
    static void deploySchemas() throws Exception {
        new Deployment(
                        TestServers.kafka().bootstrapServers(),
                        TestServers.registry().confluentUrl(),
                        "",
                        1,
                        1)
                .deploy();
    }

    @BeforeEach
    void start(@TempDir Path stateDir) {
        var settings =
                new StreamSettings(true, 1, "test", stateDir.toString(), 1, Duration.ofMillis(50), 0, 8 << 20, 1);
        var builder = new StreamsBuilder();
        new ShipmentTopology(TOPICS, REGISTRY, settings, new Judged(new SimpleMeterRegistry())).define(builder);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(builder.build(), config);
        scans = driver.createInputTopic(TOPICS.scans(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aScanBecomesAnEventAndAState() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getOutcome()).isEqualTo(EventOutcome.MOVED);
            assertThat(event.getStatus()).isEqualTo(ShipmentStatus.PICKED_UP);
            assertThat(event.getRevision()).isEqualTo(1);
        });
        assertThat(states()).singleElement().satisfies(state -> {
            assertThat(state.getTrackingNumber()).isEqualTo(NUMBER);
            assertThat(state.getRevision()).isEqualTo(1);
            assertThat(state.getTimeline()).hasSize(1);
        });
    }

    @Test
    void eachChangeIsARevision() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        pipe(scan(NUMBER, Kind.ARRIVED, "10:00"));
        pipe(scan(NUMBER, Kind.ARRIVED, "09:30"));

        assertThat(events()).extracting(ShipmentEvent::getRevision).containsExactly(1L, 2L, 3L);
        assertThat(states().getLast().getTimeline()).hasSize(3);
    }

    @Test
    void aRepetitionHasNoEffect() {
        Scan scan = scan(NUMBER, Kind.PICKED_UP, "09:00");
        pipe(scan);
        pipe(scan);

        assertThat(events()).hasSize(1);
        assertThat(states()).hasSize(1);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aConflictIsQuarantinedWithItsBytesAndHeaders() {
        UUID id = UUID.randomUUID();
        pipe(scan(NUMBER, id, "PICKED_UP", "09:00"));
        byte[] other = serializer.serialize(TOPICS.scans(), scan(NUMBER, id, "DELIVERED", "09:00"));
        var headers = new RecordHeaders().add("ce_id", id.toString().getBytes(UTF_8));
        scans.pipeInput(new TestRecord<>(NUMBER.getBytes(UTF_8), other, headers));

        assertThat(quarantined()).singleElement().satisfies(record -> {
            assertThat(record.getReason()).isEqualTo("conflict");
            assertThat(record.getScanId()).isEqualTo(id);
            assertThat(record.getValue().array()).isEqualTo(other);
            assertThat(record.getSourceOffset()).isEqualTo(1);
            assertThat(record.getHeaders())
                    .singleElement()
                    .satisfies(h -> assertThat(h.getKey()).isEqualTo("ce_id"));
        });
    }

    @Test
    void bytesThatAreNoScanAreQuarantinedAndStopNobody() {
        byte[] unknownSchema = {0, 0x7f, 0, 0, 0, 1, 2, 3};
        byte[] truncated = java.util.Arrays.copyOf(
                serializer.serialize(TOPICS.scans(), scan(NUMBER, Kind.PICKED_UP, "09:00")), 20);
        for (byte[] poison : List.of(new byte[0], "{\"json\": true}".getBytes(UTF_8), unknownSchema, truncated)) {
            scans.pipeInput(NUMBER.getBytes(UTF_8), poison);
        }
        scans.pipeInput(NUMBER.getBytes(UTF_8), (byte[]) null);
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));

        assertThat(quarantined())
                .hasSize(5)
                .extracting(QuarantinedScan::getReason)
                .containsOnly("unreadable");
        assertThat(events()).hasSize(1);
    }

    @Test
    void anUnknownKindIsQuarantined() {
        pipe(scan(NUMBER, UUID.randomUUID(), "TELEPORTED", "09:00"));

        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("unknown_kind");
    }

    @Test
    void whatNoTableCouldHoldIsQuarantined() {
        Scan plain = scan(NUMBER, Kind.PICKED_UP, "09:00");
        pipe(Scan.newBuilder(plain).setDeviceId("x".repeat(65)).build());
        pipe(Scan.newBuilder(plain)
                .setCorrectedAt(Instant.parse("0900-01-01T00:00:00Z"))
                .build());

        assertThat(quarantined())
                .hasSize(2)
                .extracting(QuarantinedScan::getReason)
                .containsOnly("invalid");
    }

    @Test
    void aScanUnderAnotherParcelsKeyIsQuarantined() {
        scans.pipeInput(
                "PQ000000024MX".getBytes(UTF_8),
                serializer.serialize(TOPICS.scans(), scan(NUMBER, Kind.PICKED_UP, "09:00")));

        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("key_mismatch");
    }

    @Test
    void aPositionIsAnEventButChangesNoState() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        pipe(scan(NUMBER, Kind.POSITION, "10:00"));

        assertThat(events()).hasSize(2);
        assertThat(states()).hasSize(1);
    }

    @Test
    void anOperatorHasTheLastWordOnAFactInTheFuture() {
        Scan future = Scan.newBuilder(scan(NUMBER, Kind.PICKED_UP, "09:00"))
                .setCorrectedAt(Instant.parse("2026-12-24T09:00:00Z"))
                .build();
        pipe(future);
        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("in_the_future");

        replay(future, 0, true);
        replay(future, 0, true);
        pipe(future);

        assertThat(events()).hasSize(1);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aConflictThatAnOperatorWantsIsAFactOfItsOwn() {
        UUID id = UUID.randomUUID();
        Scan first = scan(NUMBER, id, "PICKED_UP", "09:00");
        Scan other = scan(NUMBER, id, "DELIVERED", "10:00");
        pipe(first);
        pipe(other);

        replay(other, 1, true);
        replay(
                Scan.newBuilder(other)
                        .setReceivedAt(Instant.parse("2026-11-22T23:30:00Z"))
                        .build(),
                1,
                true);

        assertThat(events()).extracting(event -> event.getFact().getScanId()).containsExactly(id, OwnId.of(other));
        assertThat(states().getLast().getTimeline()).hasSize(2);
        assertThat(OwnId.of(other).version()).isEqualTo(5);
    }

    @Test
    void aReplayIsJudgedByTheRulesUnlessItSaysOtherwise() {
        UUID id = UUID.randomUUID();
        pipe(scan(NUMBER, id, "PICKED_UP", "09:00"));
        pipe(scan(NUMBER, id, "DELIVERED", "10:00"));
        replay(scan(NUMBER, id, "DELIVERED", "10:00"), 1, false);

        assertThat(quarantined())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.getReason()).isEqualTo("conflict"))
                .extracting(QuarantinedScan::getSourceOffset)
                .as("the replay that is refused again is the same entry")
                .containsExactly(1L, 1L);
    }

    @Test
    void noOperatorOverridesWhatNeverCameToTheRules() {
        replay(scan(NUMBER, UUID.randomUUID(), "TELEPORTED", "09:00"), 7, true);

        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("unknown_kind");
    }

    private void replay(Scan scan, long offset, boolean override) {
        var headers = new RecordHeaders();
        Replayed.mark(headers, new SourceRecord(TOPICS.scans(), 0, offset), UUID.randomUUID(), override);
        scans.pipeInput(new TestRecord<>(
                scan.getTrackingNumber().getBytes(UTF_8), serializer.serialize(TOPICS.scans(), scan), headers));
    }

    private void pipe(Scan scan) {
        scans.pipeInput(scan.getTrackingNumber().getBytes(UTF_8), serializer.serialize(TOPICS.scans(), scan));
    }

    private List<ShipmentEvent> events() {
        return read(TOPICS.events(), ShipmentEvent.class);
    }

    private List<ShipmentState> states() {
        return read(TOPICS.states(), ShipmentState.class);
    }

    private List<QuarantinedScan> quarantined() {
        return read(TOPICS.quarantine(), QuarantinedScan.class);
    }

    private <T> List<T> read(String topic, Class<T> type) {
        try (var reader = new AvroReader<>(type, REGISTRY)) {
            return driver
                    .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList()
                    .stream()
                    .map(bytes -> readable(reader, topic, bytes))
                    .toList();
        }
    }

    private static <T> T readable(AvroReader<T> reader, String topic, byte[] bytes) {
        try {
            return reader.read(topic, bytes);
        } catch (com.qualitypost.phoenix.ingest.wire.UnreadableException e) {
            throw new AssertionError(e);
        }
    }
}

package com.qualitypost.phoenix.ingest.stream;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.stream.record.ContentId;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.ReplayHeaders;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Correction;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipmentTopologyTest {
    private static final String NUMBER = "PQ000000014MX";
    private static final String NEIGHBOUR = "PQ000000028MX";
    private static final RegistrySettings REGISTRY =
            new RegistrySettings(TestServers.registry().coreUrl());
    private static final KafkaTopics TOPICS = new KafkaTopics("");

    private final Serializer<Scan> serializer = REGISTRY.serializer();
    private final Serializer<ShipmentState> states = REGISTRY.serializer();
    private RefoldEndpoint refolding = new RefoldEndpoint();

    @TempDir
    private Path stateDir;

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
    void start() {
        start(1, 1_000);
    }

    private void start(int rulesVersion, int maxFacts) {
        var rules = new Rules(rulesVersion, maxFacts, new Holidays());
        var settings = new StreamSettings(
                true, 1, "test", stateDir.toString(), 1, Duration.ofMillis(50), 0, 8 << 20, 1, 1_000, 100_000);
        var builder = new StreamsBuilder();
        new ShipmentTopology(
                        TOPICS, REGISTRY, settings, rules, new JudgementMetrics(new SimpleMeterRegistry()), refolding)
                .define(builder);
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
        assertThat(duplicates()).containsExactly(scan);
    }

    @Test
    void aConflictIsQuarantinedWithItsBytesAndHeaders() {
        UUID id = UUID.randomUUID();
        pipe(scan(NUMBER, id, "PICKED_UP", "09:00"));
        Scan delivered = Scan.newBuilder(scan(NUMBER, id, "DELIVERED", "09:00"))
                .setDeviceId("HH-1")
                .setDeviceSeq(7L)
                .build();
        byte[] other = serializer.serialize(TOPICS.scans(), delivered);
        var headers = new RecordHeaders().add("ce_id", id.toString().getBytes(UTF_8));
        scans.pipeInput(new TestRecord<>(NUMBER.getBytes(UTF_8), other, headers));

        assertThat(quarantined()).singleElement().satisfies(record -> {
            assertThat(record.getReason()).isEqualTo("conflict");
            assertThat(record.getScanId()).isEqualTo(id);
            assertThat(record.getDeviceId()).isEqualTo("HH-1");
            assertThat(record.getDeviceSeq()).isEqualTo(7);
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
    void whatIsRefusedIsQuarantinedOnceHoweverOftenADeviceSendsIt() {
        UUID id = UUID.randomUUID();
        pipe(scan(NUMBER, Kind.PICKED_UP, "08:00"));
        pipe(scan(NUMBER, id, "TELEPORTED", "09:00"));
        pipe(scan(NUMBER, id, "TELEPORTED", "09:00"));
        pipe(scan(NUMBER, id, "BEAMED_UP", "09:00"));
        pipe(scan(NUMBER, UUID.randomUUID(), "TELEPORTED", "09:00"));
        pipe(scan(NUMBER, id, "TELEPORTED", "09:00"));

        assertThat(quarantined()).extracting(QuarantinedScan::getSourceOffset).containsExactly(1L, 3L, 4L);
        assertThat(events()).hasSize(1);
    }

    @Test
    void aParcelOfWhichOnlyRefusedScansCameHasNoState() {
        pipe(scan(NUMBER, UUID.randomUUID(), "TELEPORTED", "09:00"));
        restartWithRules(2);
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));

        assertThat(states()).extracting(ShipmentState::getRevision).containsExactly(1L);
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
    void whatTheDevicesClockShowedIsNoReasonToRefuseAScanWhoseTimeIsKnown() {
        for (String shown : List.of("0001-01-01T00:05:00Z", "1970-01-01T00:05:00Z", "9999-12-31T23:59:59.999Z")) {
            pipe(Scan.newBuilder(scan(NUMBER, Kind.ARRIVED, "09:00"))
                    .setOccurredAt(Instant.parse(shown))
                    .build());
        }

        assertThat(events()).hasSize(3);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aTicketOfTheOtherModeIsQuarantined() {
        pipe(ticketOf("test/M-7", NUMBER));
        pipe(ticketOf("M-7", "PQ990010003MX"));
        pipe(ticketOf("test/M-7", "PQ990010003MX"));

        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("invalid", "invalid");
        assertThat(events()).hasSize(1);
    }

    private static Scan ticketOf(String merchant, String number) {
        return Scan.newBuilder(scan(number, Kind.TICKET_ISSUED, "09:00"))
                .setTicket(Ticket.newBuilder().setMerchantId(merchant).build())
                .build();
    }

    @Test
    void theTimelineIsOnTheClocksOfItsPlaces() {
        pipe(Scan.newBuilder(scan(NUMBER, Kind.DELIVERED, "03:15"))
                .setOffsetMinutes(0)
                .setPlace(Place.newBuilder().setCity("Tijuana").build())
                .build());

        assertThat(states().getLast().getTimeline())
                .extracting(TimelineEntry::getOffsetMinutes)
                .containsExactly(-480);
    }

    @Test
    void aScanUnderAnotherParcelsKeyIsQuarantined() {
        scans.pipeInput(
                "PQ000000024MX".getBytes(UTF_8),
                serializer.serialize(TOPICS.scans(), scan(NUMBER, Kind.PICKED_UP, "09:00")));

        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("key_mismatch");
    }

    @Test
    void whatIsAttachedToScansIsOnTheirEventsButNotInTheMemory() {
        for (int i = 0; i < 300; i++) {
            Scan scan = scan(NUMBER, Kind.ARRIVED, "10:00");
            for (int attribute = 0; attribute < 20; attribute++) {
                scan.getAttributes().put("key" + attribute, "x".repeat(256));
            }
            pipe(scan);
        }
        pipe(scan(NEIGHBOUR, Kind.PICKED_UP, "09:00"));

        assertThat(events())
                .hasSize(301)
                .first()
                .satisfies(event -> assertThat(event.getFact().getAttributes()).hasSize(20));
        assertThat(quarantined()).isEmpty();
        assertThat(memory(NUMBER)).isLessThan(100_000);
    }

    @Test
    void factsThatTogetherAreTooLargeAreTooMany() {
        for (int i = 0; i < 400; i++) {
            pipe(withLongPlaces(scan(NUMBER, Kind.ARRIVED, "10:00")));
        }
        pipe(scan(NEIGHBOUR, Kind.PICKED_UP, "09:00"));

        List<QuarantinedScan> refused = quarantined();
        assertThat(refused).isNotEmpty().extracting(QuarantinedScan::getReason).containsOnly("too_many_facts");
        assertThat(events()).hasSize(401 - refused.size());
        assertThat(memory(NUMBER)).isBetween(90_000, 110_000);
    }

    @Test
    void anOperatorMayGoToTwiceTheBytes() {
        for (int i = 0; i < 400; i++) {
            replay(withLongPlaces(scan(NUMBER, Kind.ARRIVED, "10:00")), i, true);
        }

        assertThat(quarantined()).isNotEmpty();
        assertThat(memory(NUMBER)).isBetween(190_000, 210_000);
    }

    @Test
    void aRecordThatIsLargerThanAnyScanIsQuarantinedByItsBeginning() {
        scans.pipeInput(NUMBER.getBytes(UTF_8), new byte[Excerpt.MOST_BYTES - NUMBER.length()]);
        scans.pipeInput(NUMBER.getBytes(UTF_8), new byte[Excerpt.MOST_BYTES]);
        scans.pipeInput(new byte[1_000_000], new byte[1_000_000]);
        scans.pipeInput(new TestRecord<>(
                NUMBER.getBytes(UTF_8), new byte[10], new RecordHeaders().add("large", new byte[1_000_000])));
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));

        List<QuarantinedScan> refused = quarantined();
        assertThat(refused)
                .extracting(QuarantinedScan::getReason)
                .containsExactly("unreadable", "too_large", "too_large", "too_large");
        assertThat(refused).allSatisfy(entry -> assertThat(size(entry)).isLessThan(2 * Excerpt.MOST_BYTES));
        assertThat(events()).hasSize(1);
    }

    @Test
    void aRefusalWritesNothingIntoTheParcelsMemory() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        int before = memory(NUMBER);

        for (int i = 0; i < 20; i++) {
            pipe(scan(NUMBER, UUID.randomUUID(), "TELEPORTED", "10:00"));
        }

        assertThat(memory(NUMBER)).isEqualTo(before);
        assertThat(quarantined()).hasSize(20);
    }

    private int memory(String number) {
        KeyValueStore<String, ShipmentHistory> store = driver.getKeyValueStore(ScanJudge.STORE);
        return HistorySerde.serde().serializer().serialize("any", store.get(number)).length;
    }

    private static int size(QuarantinedScan entry) {
        try {
            return entry.toByteBuffer().remaining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scan withLongPlaces(Scan scan) {
        String name = "\u00e9".repeat(128);
        return Scan.newBuilder(scan)
                .setPlace(new Place("x".repeat(64), name, name, "x".repeat(16), "MX"))
                .setNextPlace(new Place("x".repeat(64), name, name, "x".repeat(16), "MX"))
                .build();
    }

    @Test
    void aPositionIsAnEventButChangesNoState() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        pipe(scan(NUMBER, Kind.POSITION, "10:00"));

        assertThat(events()).hasSize(2);
        assertThat(states()).hasSize(1);
    }

    @Test
    void theIdOfAPositionStandsForItsContentWhicheverComesFirst() {
        UUID id = UUID.randomUUID();
        pipe(scan(NUMBER, Kind.PICKED_UP, "08:00"));
        pipe(scan(NUMBER, id, "POSITION", "09:00"));
        pipe(scan(NUMBER, id, "POSITION", "09:00"));
        pipe(scan(NUMBER, id, "DELIVERED", "09:00"));

        String other = "PQ000000028MX";
        pipe(scan(other, id, "DELIVERED", "09:00"));
        pipe(scan(other, id, "POSITION", "09:00"));

        assertThat(events())
                .extracting(event -> event.getFact().getKind())
                .containsExactly("PICKED_UP", "POSITION", "DELIVERED");
        assertThat(duplicates()).hasSize(1);
        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("conflict", "conflict");
    }

    @Test
    void ofTwoReceiptsOfAPositionTheEarlierGivesItsTime() {
        Scan late = Scan.newBuilder(scan(NUMBER, Kind.POSITION, "09:00"))
                .setCorrectedAt(Instant.parse("2026-11-22T09:05:00Z"))
                .build();
        Scan early = Scan.newBuilder(late)
                .setCorrectedAt(Instant.parse("2026-11-22T09:02:00Z"))
                .setReceivedAt(Instant.parse("2026-11-22T22:00:00Z"))
                .build();
        pipe(late);
        pipe(early);
        pipe(early);

        assertThat(events())
                .extracting(ShipmentEvent::getOutcome)
                .containsExactly(EventOutcome.NOTED, EventOutcome.RETIMED);
        assertThat(states()).hasSize(1);
        assertThat(duplicates()).hasSize(1);
    }

    @Test
    void aParcelIsBornFromAPositionToo() {
        pipe(scan(NUMBER, Kind.POSITION, "09:00"));
        pipe(scan(NUMBER, Kind.POSITION, "10:00"));

        assertThat(events()).extracting(ShipmentEvent::getRevision).containsExactly(1L, 1L);
        assertThat(states()).singleElement().satisfies(state -> {
            assertThat(state.getRevision()).isEqualTo(1);
            assertThat(state.getStatus()).isEqualTo(ShipmentStatus.UNKNOWN);
            assertThat(state.getTimeline()).isEmpty();
        });
    }

    @Test
    void theLastPositionThatAnEarlierVersionRememberedIsStillKnown() {
        Scan position = scan(NUMBER, Kind.POSITION, "09:00");
        memory().put(NUMBER, new ShipmentHistory(1, 0L, 1, List.of(), position));

        pipe(position);

        assertThat(duplicates()).containsExactly(position);
    }

    @Test
    void aFactOfAKindThatOnlyANewerVersionKnowsIsKeptAsItIs() {
        Scan newer = scan(NUMBER, UUID.randomUUID(), "INSPECTED", "09:00");
        memory().put(NUMBER, new ShipmentHistory(1, 1L, 2, List.of(newer), null));

        pipe(newer);
        pipe(scan(NUMBER, newer.getScanId(), "DELIVERED", "09:00"));
        pipe(scan(NUMBER, Kind.ARRIVED, "10:00"));

        assertThat(duplicates()).containsExactly(newer);
        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("conflict");
        assertThat(states().getLast().getTimeline())
                .extracting(TimelineEntry::getKind, TimelineEntry::getStatus)
                .containsExactly(tuple("INSPECTED", null), tuple("ARRIVED", "IN_TRANSIT"));
        assertThat(memory().get(NUMBER).getFacts()).first().isEqualTo(newer);
    }

    @Test
    void twoVersionsInTurnsLoseNothingOfTheSameMemory() {
        Scan first = scan(NUMBER, UUID.randomUUID(), "INSPECTED", "09:00");
        Scan second = scan(NUMBER, UUID.randomUUID(), "INSPECTED", "11:00");
        pipe(scan(NUMBER, Kind.PICKED_UP, "08:00"));
        acceptedByTheNewerVersion(first);
        pipe(scan(NUMBER, Kind.ARRIVED, "10:00"));
        acceptedByTheNewerVersion(second);
        pipe(scan(NUMBER, Kind.DELIVERED, "12:00"));
        pipe(second);

        assertThat(memory().get(NUMBER).getFacts())
                .extracting(fact -> fact.getKind())
                .containsExactly("PICKED_UP", "INSPECTED", "ARRIVED", "INSPECTED", "DELIVERED");
        assertThat(memory().get(NUMBER).getFacts()).contains(first, second);
        assertThat(states().getLast().getTimeline()).hasSize(5);
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void whatANewerVersionWroteInASchemaOfItsOwnIsReadByTheSchemaThatItLeft() throws IOException {
        Schema newer = new Schema.Parser()
                .parse(ShipmentHistory.getClassSchema()
                        .toString()
                        .replaceFirst(
                                "\"fields\":\\[", "\"fields\":[{\"name\":\"weight\",\"type\":\"int\",\"default\":0},"));
        ByteBuffer written = new BinaryMessageEncoder<>(GenericData.get(), newer)
                .encode(new GenericRecordBuilder(newer)
                        .set("generation", 1)
                        .set("revision", 7L)
                        .set("rules_version", 2)
                        .set("facts", List.of())
                        .build());
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        KeyValueStore<String, String> schemas = driver.getKeyValueStore(Schemas.STORE);
        schemas.put("of the newer version", newer.toString());

        new Schemas(schemas).leaveOurs();

        assertThat(HistorySerde.serde().deserializer().deserialize("any", bytes).getRevision())
                .isEqualTo(7);
    }

    @Test
    void whoeverGetsThePartitionFindsTheSchemasOfThisVersion() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));

        try (var left = driver.<String, String>getKeyValueStore(Schemas.STORE).all()) {
            assertThat(left)
                    .toIterable()
                    .extracting(schema -> new Schema.Parser().parse(schema.value))
                    .containsExactlyInAnyOrder(ShipmentHistory.getClassSchema(), Scan.getClassSchema());
        }
    }

    private void acceptedByTheNewerVersion(Scan newer) {
        restartWithRules(2);
        ShipmentHistory known = memory().get(NUMBER);
        List<Scan> facts = new ArrayList<>(known.getFacts());
        facts.add(newer);
        memory().put(
                        NUMBER,
                        ShipmentHistory.newBuilder(known)
                                .setFacts(facts)
                                .setRevision(known.getRevision() + 1)
                                .setRulesVersion(2)
                                .build());
        restartWithRules(1);
    }

    private KeyValueStore<String, ShipmentHistory> memory() {
        return driver.getKeyValueStore(ScanJudge.STORE);
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

        assertThat(events()).extracting(event -> event.getFact().getScanId()).containsExactly(id, ContentId.of(other));
        assertThat(states().getLast().getTimeline()).hasSize(2);
        assertThat(ContentId.of(other).version()).isEqualTo(5);
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
        ReplayHeaders.mark(headers, new SourceRecord(TOPICS.scans(), 0, offset), UUID.randomUUID(), override);
        scans.pipeInput(new TestRecord<>(
                scan.getTrackingNumber().getBytes(UTF_8), serializer.serialize(TOPICS.scans(), scan), headers));
    }

    @Test
    void anyOrderAndAnyRepetitionGivesTheSameState() {
        var random = new Random(20_261_122);
        for (int parcel = 0; parcel < 500; parcel++) {
            List<Scan> history = history(random);
            List<Scan> shuffled = new ArrayList<>(history);
            shuffled.addAll(history.subList(0, history.size() / 2));
            Collections.shuffle(shuffled, random);
            pipeAs("ORDER-%05d-A".formatted(parcel), history);
            pipeAs("ORDER-%05d-B".formatted(parcel), shuffled);
        }

        Map<String, ShipmentState> last = new TreeMap<>();
        states().forEach(state -> last.put(state.getTrackingNumber(), state));

        assertThat(last).hasSize(1_000);
        last.keySet().stream()
                .filter(number -> number.endsWith("-A"))
                .forEach(number -> assertThat(bytes(last.get(number)))
                        .as(number)
                        .isEqualTo(bytes(last.get(number.replace("-A", "-B")))));
    }

    private void pipeAs(String number, List<Scan> scans) {
        scans.forEach(
                scan -> pipe(Scan.newBuilder(scan).setTrackingNumber(number).build()));
    }

    /**
     * What the answer is made of: the state without the number, and without the revision, which counts our own changes.
     */
    private byte[] bytes(ShipmentState state) {
        return states.serialize(
                TOPICS.states(),
                ShipmentState.newBuilder(state)
                        .setTrackingNumber(NUMBER)
                        .setRevision(0)
                        .build());
    }

    private static List<Scan> history(Random random) {
        List<UUID> ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(1 + random.nextInt(12))
                .toList();
        return ids.stream()
                .map(id -> {
                    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                    Scan scan = scan(NUMBER, id, kind.name(), "%02d:%02d".formatted(9 + random.nextInt(3), 0));
                    return kind == Kind.CORRECTION
                            ? Scan.newBuilder(scan)
                                    .setCorrects(new Correction(ids.get(random.nextInt(ids.size())), "did_not_occur"))
                                    .build()
                            : scan;
                })
                .toList();
    }

    @Test
    void afterAChangeOfTheRulesAShipmentIsFoldedAgainAtTheFirstTouch() {
        Scan known = scan(NUMBER, Kind.PICKED_UP, "09:00");
        pipe(known);
        restartWithRules(2);

        pipe(known);

        assertThat(states()).singleElement().satisfies(state -> {
            assertThat(state.getRulesVersion()).isEqualTo(2);
            assertThat(state.getRevision()).isEqualTo(2);
            assertThat(state.getTimeline()).hasSize(1);
        });
        assertThat(events()).isEmpty();
    }

    @Test
    void allShipmentsAreFoldedAgainInTheBackgroundWhenAsked() {
        for (int parcel = 0; parcel < 500; parcel++) {
            pipe(scan("REFOLD-%05d".formatted(parcel), Kind.PICKED_UP, "09:00"));
        }
        restartWithRules(2);

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(states()).isEmpty();
        refolding.begin();
        driver.advanceWallClockTime(RefoldEndpoint.PAUSE);
        assertThat(refolding.report().running()).isTrue();
        pipe(scan("REFOLD-00499", Kind.DELIVERED, "10:00"));
        refoldToTheEnd();

        assertThat(refolding.report()).isEqualTo(new RefoldEndpoint.Report(false, 1, 500, 499));
        assertThat(states())
                .hasSize(501)
                .allSatisfy(state -> assertThat(state.getRulesVersion()).isEqualTo(2));
    }

    @Test
    void aPartitionThatGoesElsewhereTakesItsWishAndItsPlaceAlong() {
        for (int parcel = 0; parcel < 500; parcel++) {
            pipe(scan("REFOLD-%05d".formatted(parcel), Kind.PICKED_UP, "09:00"));
        }
        restartWithRules(2);
        refolding.begin();
        driver.advanceWallClockTime(RefoldEndpoint.PAUSE);
        long before = refolding.report().seen();
        assertThat(before).isPositive();

        refolding = new RefoldEndpoint();
        restartWithRules(2);
        assertThat(refolding.report().running()).isTrue();
        refoldToTheEnd();

        assertThat(refolding.report()).isEqualTo(new RefoldEndpoint.Report(false, 1, 500 - before, 500 - before));
    }

    @Test
    void aWishIsKeptForPartitionsThatAreOnTheirWay() {
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        var memory = memories();
        driver.close();

        refolding.begin();
        assertThat(refolding.report()).isEqualTo(new RefoldEndpoint.Report(true, 0, 0, 0));
        start(2, 1_000);
        remember(memory);
        refoldToTheEnd();

        assertThat(refolding.report()).isEqualTo(new RefoldEndpoint.Report(false, 1, 1, 1));
    }

    private void refoldToTheEnd() {
        for (int step = 0; step < 500 && refolding.report().running(); step++) {
            driver.advanceWallClockTime(RefoldEndpoint.PAUSE);
        }
    }

    @Test
    void whatWasTooMuchIsTakenAfterTheLimitWasRaised() {
        restart(1, 2);
        Scan third = scan(NUMBER, Kind.DELIVERED, "11:00");
        pipe(scan(NUMBER, Kind.PICKED_UP, "09:00"));
        pipe(scan(NUMBER, Kind.ARRIVED, "10:00"));
        pipe(third);
        assertThat(quarantined()).extracting(QuarantinedScan::getReason).containsExactly("too_many_facts");

        restart(1, 3);
        pipe(third);

        assertThat(events()).extracting(ShipmentEvent::getStatus).containsExactly(ShipmentStatus.DELIVERED);
    }

    private void restartWithRules(int version) {
        restart(version, 1_000);
    }

    /** The driver empties its folder when it is closed, so the memory is copied by hand. */
    private void restart(int rulesVersion, int maxFacts) {
        Map<String, List<KeyValue<String, Object>>> memory = memories();
        driver.close();
        start(rulesVersion, maxFacts);
        remember(memory);
    }

    private Map<String, List<KeyValue<String, Object>>> memories() {
        return Stream.of(ScanJudge.STORE, RefoldEndpoint.STORE).collect(toMap(identity(), name -> {
            List<KeyValue<String, Object>> entries = new ArrayList<>();
            try (var all = driver.<String, Object>getKeyValueStore(name).all()) {
                all.forEachRemaining(entries::add);
            }
            return entries;
        }));
    }

    private void remember(Map<String, List<KeyValue<String, Object>>> memory) {
        memory.forEach((name, entries) -> {
            var store = driver.<String, Object>getKeyValueStore(name);
            entries.forEach(entry -> store.put(entry.key, entry.value));
        });
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

    private List<Scan> duplicates() {
        return read(TOPICS.duplicates(), Scan.class);
    }

    private <T> List<T> read(String topic, Class<T> type) {
        if (!driver.producedTopicNames().contains(topic)) {
            return List.of();
        }
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
        } catch (AvroReader.UnreadableException e) {
            throw new AssertionError(e);
        }
    }
}

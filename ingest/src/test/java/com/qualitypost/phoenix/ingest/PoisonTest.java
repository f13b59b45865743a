package com.qualitypost.phoenix.ingest;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever is on a topic that we read is kept in the quarantine, once, and its neighbours pass. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PoisonTest {
    private static final Instant TOO_FAR = Instant.parse("+12000-01-01T00:00:00Z");
    private static final int MOST_NEIGHBOURS = 20;
    private static final String LONG = "x".repeat(200);

    private static TestEnvironment stage;
    private static KafkaTopics topics;

    private static final RegistrySettings REGISTRY =
            new RegistrySettings(TestServers.registry().coreUrl());

    private final Map<Long, String> expected = new ConcurrentSkipListMap<>();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        stage = new TestEnvironment("poison-test");
        topics = new KafkaTopics(stage.prefix());
        stage.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void onTheScans() {
        Scan scan = scan("SCAN-POISON", Kind.PICKED_UP, "09:00");
        int neighbours = send(
                topics.scans(),
                number -> scan("SCAN-" + number, Kind.PICKED_UP, "09:00"),
                bytes(topics.states(), state("SCAN-POISON")),
                entry("invalid", Scan.newBuilder(scan).setReason(LONG).build()),
                entry("invalid", Scan.newBuilder(scan).setReason("señal").build()),
                entry(
                        "invalid",
                        Scan.newBuilder(scan)
                                .setPlace(new Place(null, LONG, null, null, null))
                                .build()),
                entry("invalid", Scan.newBuilder(scan).setCorrectedAt(TOO_FAR).build()),
                entry("invalid", Scan.newBuilder(scan).setOffsetMinutes(100_000).build()),
                entry("invalid", ordered(scan, Map.of("order", LONG + LONG))),
                entry("invalid", ordered(scan, Map.of(LONG, "A-1"))),
                entry(
                        "invalid",
                        ordered(
                                scan,
                                IntStream.range(0, 21).boxed().collect(Collectors.toMap(i -> "r" + i, i -> "A-" + i)))),
                entry("unknown_kind", Scan.newBuilder(scan).setKind(LONG).build()));

        awaitRows("tracking_event WHERE tracking_number LIKE 'SCAN-%'", neighbours);
        awaitRows("shipment WHERE tracking_number LIKE 'SCAN-%'", neighbours);
        assertQuarantined(topics.scans());
    }

    @Test
    void onTheEvents() {
        ShipmentEvent event = event("EVENT-POISON");
        sendStates(number -> state("EVENT-" + number), state("EVENT-POISON"));
        int neighbours = send(
                topics.events(),
                number -> event("EVENT-" + number),
                bytes(topics.states(), state("EVENT-POISON")),
                entry(
                        "unwritable",
                        ShipmentEvent.newBuilder(event).setTrackingNumber("Ñ").build()),
                entry(
                        "unwritable",
                        ShipmentEvent.newBuilder(event).setFlag(LONG).build()),
                entry(
                        "unwritable",
                        ShipmentEvent.newBuilder(event)
                                .setFact(Scan.newBuilder(event.getFact())
                                        .setReceivedAt(TOO_FAR)
                                        .build())
                                .build()));

        awaitRows("tracking_event WHERE tracking_number LIKE 'EVENT-%'", neighbours);
        assertQuarantined(topics.events());
    }

    @Test
    void onTheStates() {
        ShipmentState state = state("STATE-POISON");
        int neighbours = send(
                topics.states(),
                number -> state("STATE-" + number),
                bytes(topics.events(), event("STATE-POISON")),
                entry(
                        "unwritable",
                        ShipmentState.newBuilder(state).setTrackingNumber(LONG).build()),
                entry(
                        "unwritable",
                        ShipmentState.newBuilder(state).setReason("señal").build()),
                entry(
                        "unwritable",
                        ShipmentState.newBuilder(state).setStaleAfter(TOO_FAR).build()));

        awaitRows("shipment WHERE tracking_number LIKE 'STATE-%'", neighbours);
        assertQuarantined(topics.states());
    }

    @Test
    void onTheQuarantineItself() {
        QuarantinedScan entry = entryOf(7);
        int neighbours = send(
                topics.quarantine(),
                PoisonTest::entryOf,
                bytes(topics.states(), state("ENTRY-POISON")),
                entry(
                        "unwritable",
                        QuarantinedScan.newBuilder(entry).setReason(LONG).build()),
                entry(
                        "unwritable",
                        QuarantinedScan.newBuilder(entry)
                                .setSourceTopic("señal")
                                .build()),
                entry(
                        "unwritable",
                        QuarantinedScan.newBuilder(entry).setRefusedAt(TOO_FAR).build()));

        awaitRows("quarantine WHERE source_topic = 'elsewhere'", neighbours);
        assertQuarantined(topics.quarantine());
    }

    /** Without states their facts would be held back for a while. */
    private static void sendStates(IntFunction<ShipmentState> neighbour, ShipmentState poisons) {
        try (var producer = producer()) {
            Stream.concat(IntStream.range(0, MOST_NEIGHBOURS).mapToObj(neighbour), Stream.of(poisons))
                    .forEach(state -> producer.send(
                            new ProducerRecord<>(topics.states(), 0, key(state), bytes(topics.states(), state))));
        }
    }

    /** Puts poison of all kinds into one partition, between neighbours, and returns the partition's number. */
    @SafeVarargs
    private <T extends SpecificRecord> int send(
            String topic, IntFunction<T> neighbour, byte[] ofAnotherType, Map.Entry<String, T>... wellFormed) {
        byte[] sound = bytes(topic, neighbour.apply(0));
        List<Map.Entry<String, byte @Nullable []>> poison = new ArrayList<>();
        Stream.of(
                        new byte[] {1, 2, 3, 4, 5, 6, 7, 8},
                        new byte[0],
                        null,
                        changed(sound, 0, (byte) 7),
                        changed(sound, 1, (byte) 0x7f),
                        Arrays.copyOf(sound, sound.length / 2),
                        ofAnotherType,
                        claimingToBeHuge(sound))
                .forEach(bytes -> poison.add(new SimpleEntry<>("unreadable", bytes)));
        for (Map.Entry<String, T> record : wellFormed) {
            poison.add(entry(record.getKey(), bytes(topic, record.getValue())));
        }
        try (var producer = producer()) {
            for (int i = 0; i < poison.size(); i++) {
                T next = neighbour.apply(i);
                producer.send(new ProducerRecord<>(topic, 0, key(next), bytes(topic, next)));
                String reason = poison.get(i).getKey();
                producer.send(
                        new ProducerRecord<>(
                                topic,
                                0,
                                "SCAN-POISON".getBytes(UTF_8),
                                poison.get(i).getValue()),
                        (at, _) -> expected.put(at.offset(), reason));
            }
            producer.flush();
        }
        return poison.size();
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafka().bootstrapServers(),
                        // All in one batch of the table writer.
                        "linger.ms",
                        200),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void assertQuarantined(String topic) {
        String rows = "quarantine WHERE source_partition = 0 AND source_topic = '%s'".formatted(topic);
        awaitRows(rows, expected.size());
        Map<Long, String> quarantined = new TreeMap<>();
        stage.as("migrate").query("SELECT source_offset, reason FROM " + rows, row -> {
            quarantined.put(row.getLong(1), row.getString(2));
        });
        assertThat(quarantined).isEqualTo(expected);
        assertThat(stage.count(rows + " AND refused_again_at IS NOT NULL")).isZero();
        assertThat(stage.count(rows + " AND record_key LIKE '%-POISON'")).isEqualTo(expected.size());
    }

    private static void awaitRows(String rows, int count) {
        await().untilAsserted(() -> assertThat(stage.count(rows)).isEqualTo(count));
    }

    private static byte[] changed(byte[] bytes, int at, byte to) {
        byte[] changed = bytes.clone();
        changed[at] = to;
        return changed;
    }

    /** The first text of the record claims to be 2 GB long. */
    private static byte[] claimingToBeHuge(byte[] sound) {
        byte[] huge = Arrays.copyOf(sound, 20);
        byte[] length = {(byte) 0xe0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        System.arraycopy(length, 0, huge, 5, length.length);
        return huge;
    }

    private static byte[] bytes(String topic, SpecificRecord record) {
        try (var serializer = REGISTRY.<SpecificRecord>serializer()) {
            return serializer.serialize(topic, record);
        }
    }

    private static byte[] key(SpecificRecord record) {
        String key = switch (record) {
            case Scan scan -> scan.getTrackingNumber();
            case ShipmentEvent event -> event.getTrackingNumber();
            case ShipmentState state -> state.getTrackingNumber();
            default -> "neighbour";
        };
        return key.getBytes(UTF_8);
    }

    private static Scan ordered(Scan scan, Map<String, String> references) {
        return Scan.newBuilder(scan)
                .setTicket(Ticket.newBuilder().setReferences(references).build())
                .build();
    }

    private static ShipmentEvent event(String number) {
        return new ShipmentEvent(
                number,
                1,
                1L,
                EventOutcome.MOVED,
                null,
                ShipmentStatus.UNKNOWN,
                ShipmentStatus.PICKED_UP,
                null,
                false,
                scan(number, Kind.PICKED_UP, "09:00"));
    }

    private static ShipmentState state(String number) {
        return ShipmentState.newBuilder()
                .setTrackingNumber(number)
                .setGeneration(1)
                .setRevision(1)
                .setRulesVersion(1)
                .setStatus(ShipmentStatus.PICKED_UP)
                .setTimeline(List.of())
                .build();
    }

    private static QuarantinedScan entryOf(int offset) {
        return QuarantinedScan.newBuilder()
                .setReason("unreadable")
                .setDetail("because")
                .setRefusedBy("judge")
                .setRefusedAt(Instant.parse("2026-11-22T09:00:00Z"))
                .setSourceTopic("elsewhere")
                .setSourcePartition(1)
                .setSourceOffset(offset)
                .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build();
    }
}

package com.qualitypost.phoenix.bench.world;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.chaos.ReferenceFold.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final int PARCELS = 600;
    private static final int LIFE = 8;

    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 500})
    void theFactsOfItsParcelsAreWhatWasSent(int batch) {
        World world = world(batch);
        long sent = world.scans() - 500;
        Set<String> ids = new TreeSet<>();
        LongStream.iterate(0, first -> first < sent, first -> first + batch)
                .forEach(first -> scans(world, first, (int) Math.min(batch, sent - first))
                        .forEach(scan -> ids.add(scan.path("scan_id").asString())));

        List<Sent> facts = IntStream.range(0, PARCELS)
                .boxed()
                .flatMap(parcel -> world.facts(parcel, sent).stream())
                .toList();

        assertThat(facts.stream().map(fact -> fact.scanId().toString()))
                .hasSize(ids.size())
                .hasSameElementsAs(ids);
        assertThat(ids).as("a twentieth was sent twice").hasSize((int) (sent - sent / 20));
        assertThat(facts.stream().collect(groupingBy(Sent::trackingNumber)).values())
                .allSatisfy(own -> assertThat(own).hasSizeBetween(2, LIFE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 500})
    void devicesNumberTheirScansWithoutGaps(int batch) {
        World world = world(batch);
        Map<String, Set<Long>> numbers = new HashMap<>();
        LongStream.iterate(0, first -> first < world.scans(), first -> first + batch)
                .forEach(first -> {
                    String device = world.device(world.content(first));
                    scans(world, first, (int) Math.min(batch, world.scans() - first))
                            .forEach(scan -> numbers.computeIfAbsent(device, _ -> new HashSet<>())
                                    .add(scan.path("device_seq").asLong()));
                });

        assertThat(numbers)
                .hasSizeGreaterThan(1)
                .allSatisfy((_, own) -> assertThat(own)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, own.size()).boxed().toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 40})
    void aParcelEndsWithItsDeliveryAndSomeScansArriveLate(int life) {
        World world = new World(7, 0, PARCELS, life, 100, NOW);

        List<Sent> all = IntStream.range(0, PARCELS)
                .boxed()
                .flatMap(parcel -> world.facts(parcel, Long.MAX_VALUE).stream())
                .toList();

        assertThat(all).allSatisfy(fact -> assertThat(fact.occurredAt()).isBefore(NOW));
        long late = all.stream().collect(groupingBy(Sent::trackingNumber)).values().stream()
                .filter(own -> !own.equals(own.stream()
                        .sorted(Comparator.comparing(Sent::occurredAt))
                        .toList()))
                .count();
        assertThat(late).isBetween(PARCELS / 20L, (long) PARCELS);
    }

    private static World world(int batch) {
        return new World(7, 1_000, PARCELS, LIFE, batch, NOW);
    }

    private List<JsonNode> scans(World world, long first, int count) {
        String body = new String(new BatchBody(world).json(first, count), StandardCharsets.UTF_8);
        return json.readTree(body).path("scans").valueStream().toList();
    }
}

package com.qualitypost.phoenix.ingest.shipment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Law 1 on real histories. */
@Needs(Need.REAL_HISTORIES)
class RealHistoriesTest {
    private static final int ORDERS = 20;
    private static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anyOrderOfPostalScansGivesTheSameShipment() throws IOException {
        Map<String, List<Fact>> histories = histories("postal-scans.csv", "shipment_id", RealHistoriesTest::postalScan);

        assertThat(histories).hasSize(371);
        tryOrders(histories);
    }

    @Test
    void anyOrderOfCargoMilestonesGivesTheSameShipment() throws IOException {
        Map<String, List<Fact>> histories =
                histories("cargo-milestones.csv", "process_nr", RealHistoriesTest::cargoMilestone);

        assertThat(histories).hasSize(3_942);
        tryOrders(histories);
    }

    private static void tryOrders(Map<String, List<Fact>> histories) {
        var random = new Random(2_443);
        histories.forEach((number, history) -> {
            CurrentState expected = parcel(history).standing();
            for (int order = 0; order < ORDERS; order++) {
                List<Fact> shuffled = new ArrayList<>(history);
                shuffled.addAll(history.subList(0, random.nextInt(history.size() + 1)));
                Collections.shuffle(shuffled, random);
                assertThat(parcel(shuffled).standing()).as(number).isEqualTo(expected);
            }
        });
    }

    private static Shipment parcel(List<Fact> facts) {
        return Parcels.parcel(facts.toArray(Fact[]::new));
    }

    private static Map<String, List<Fact>> histories(String name, String parcel, Function<CSVRecord, Fact> fact)
            throws IOException {
        Path file = Need.realHistories().resolve(name);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(Files.newBufferedReader(file, UTF_8))) {
            return rows.stream().collect(groupingBy(row -> row.get(parcel), mapping(fact, toList())));
        }
    }

    private static Fact cargoMilestone(CSVRecord row) {
        String minutes = row.get("effective_offset_min");
        Instant at = minutes.isEmpty()
                ? SOME_DAY
                : SOME_DAY.plus(Duration.ofMinutes(Math.round(Double.parseDouble(minutes))));
        return fact(row, at, "process_nr", "leg_id", "milestone_seq", "milestone");
    }

    private static Fact postalScan(CSVRecord row) {
        Instant at = LocalDateTime.parse(row.get("occurred_at_local")).toInstant(ZoneOffset.ofHours(1));
        return fact(row, at, "shipment_id", "source_code", "occurred_at_local", "place");
    }

    private static Fact fact(CSVRecord row, Instant at, String... identity) {
        String id = Stream.of(identity).map(row::get).collect(joining("|"));
        return Parcels.fact(
                UUID.nameUUIDFromBytes(id.getBytes(UTF_8)),
                Kind.named(row.get("suggested_type")).orElse(Kind.INFO_RECORDED),
                at,
                at.plusSeconds(60),
                null,
                null);
    }
}

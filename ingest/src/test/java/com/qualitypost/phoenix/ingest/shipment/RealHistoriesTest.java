package com.qualitypost.phoenix.ingest.shipment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.qualitypost.phoenix.vocabulary.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Law 1 on real postal histories. */
class RealHistoriesTest {

    private static final int ORDERS = 50;

    @Test
    void anyOrderAndAnyRepetitionOfARealHistoryGivesTheSameShipment() throws IOException {
        var random = new Random(2_443);
        Map<String, List<Fact>> histories = histories();
        assertThat(histories).hasSize(371);

        histories.forEach((number, history) -> {
            Standing expected = parcel(history).standing();
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

    private static Map<String, List<Fact>> histories() throws IOException {
        Path file = Path.of(System.getProperty("phoenix.data", "../../shared/data"), "postal-scans.csv");
        assumeTrue(Files.exists(file), () -> file + " is not there: say -Dphoenix.data=FOLDER to try real histories.");
        try (var rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file, UTF_8))) {
            return rows.stream()
                    .collect(groupingBy(row -> row.get("shipment_id"), mapping(RealHistoriesTest::fact, toList())));
        }
    }

    private static Fact fact(CSVRecord row) {
        Instant at = LocalDateTime.parse(row.get("occurred_at_local")).toInstant(ZoneOffset.ofHours(1));
        String identity =
                String.join("|", row.get("shipment_id"), row.get("source_code"), at.toString(), row.get("place"));
        return Parcels.fact(
                UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)),
                Kind.named(row.get("suggested_type")).orElse(Kind.INFO_RECORDED),
                at,
                at.plusSeconds(60),
                null,
                null);
    }
}

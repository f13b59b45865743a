package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.client.Place;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String POSTAL =
            "shipment_id,source_code,suggested_type,occurred_at_local,place,next_place,container_id\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ourOwnColumnsBecomeAScan() throws IOException {
        Scan scan = read("""
                tracking_number,kind,occurred_at,scan_id,place_code,place_city,reason,attribute_van
                PQ000000015MX,HELD,2026-11-22T09:59:58.120-06:00,0198f3c2-7a10-7cc3-98c4-dc0c0c07398f,MEX01,Toluca,weather_storm,7
                """).scans().getFirst();

        assertThat(scan.scanId()).hasToString("0198f3c2-7a10-7cc3-98c4-dc0c0c07398f");
        assertThat(scan.occurredAt()).isEqualTo("2026-11-22T09:59:58.120-06:00");
        assertThat(scan.more())
                .containsEntry("place", new Place("MEX01", null, "Toluca", null, null))
                .containsEntry("reason", "weather_storm")
                .containsEntry("attributes", Map.of("van", "7"));
    }

    @Test
    void aRowWithoutAnIdGetsOneThatFollowsFromWhatItSays() throws IOException {
        List<Scan> scans = read("""
                tracking_number,kind,occurred_at
                PQ000000015MX,ARRIVED,2026-11-22T09:59:58.120-06:00
                PQ000000015MX,ARRIVED,2026-11-22T09:59:58.120-06:00
                PQ000000015MX,DEPARTED,2026-11-22T09:59:58.120-06:00
                """).scans();

        assertThat(scans.get(1)).isEqualTo(scans.getFirst());
        assertThat(scans.get(2).scanId()).isNotEqualTo(scans.getFirst().scanId());
        assertThat(scans.getFirst().scanId().version()).isEqualTo(5);
    }

    @Test
    void aBadRowIsNamedAndTheRestGoesOn() throws IOException {
        History history = read("""
                tracking_number,kind,occurred_at
                PQ000000015MX,ARRIVED,yesterday
                PQ000000015MX,,2026-11-22T09:59:58.120-06:00
                PQ000000015MX,DEPARTED,2026-11-22T09:59:58.120-06:00
                """);

        assertThat(history.scans()).extracting(Scan::kind).containsExactly("DEPARTED");
        assertThat(history.badRows())
                .containsExactly(
                        "line 2: occurred_at 'yesterday' is not a time with an offset: write it like"
                                + " 2026-11-22T09:59:58.120-06:00.",
                        "line 3: kind is empty: fill it in.");
    }

    @Test
    void postalScansThatDifferOnlyInBagOrNextPlaceAreOneScan() throws IOException {
        List<Scan> scans = read(POSTAL + """
                RB123456785DZ,35,DEPARTED,2023-07-06T09:34:02.040,ALGER,ORAN,BAG1
                RB123456785DZ,35,DEPARTED,2023-07-06T09:34:02.040,ALGER,,BAG2
                """).scans();

        assertThat(scans.get(1).scanId()).isEqualTo(scans.getFirst().scanId());
        assertThat(scans.getFirst().occurredAt().toInstant()).isEqualTo(Instant.parse("2023-07-06T08:34:02.040Z"));
        assertThat(scans.getFirst().more())
                .containsEntry("source_code", "35")
                .containsEntry("place", new Place(null, "ALGER", null, null, "DZ"))
                .containsEntry("attributes", Map.of("next_place", "ORAN", "container_id", "BAG1"));
    }

    @Test
    void aPrefixMakesOtherParcelsOfTheSameScans() throws IOException {
        History history = read(POSTAL + "RB123456785DZ,12,PRE_ADVISED,2023-07-06T09:34:02.040,,,\n");

        Scan prefixed = history.withPrefix("A-").scans().getFirst();

        assertThat(prefixed.trackingNumber()).isEqualTo("A-RB123456785DZ");
        assertThat(prefixed.scanId()).isEqualTo(history.scans().getFirst().scanId());
    }

    @Test
    void aFileOfOtherColumnsIsRefusedWithTheOnesThatAreNeeded() {
        assertThatThrownBy(() -> read("number,what\n1,2\n"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("kind,occurred_at,tracking_number");
    }

    private History read(String content) throws IOException {
        return History.read(Files.writeString(folder.resolve("history.csv"), content));
    }
}

package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.client.Place;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.servers.ServerException;
import com.qualitypost.phoenix.vocabulary.Kind;
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

    @Test
    void upuCodesBecomeKindsAndTheOtherColumnsAreOurs() throws IOException {
        List<Scan> scans = read("""
                tracking_number,source_code,occurred_at,place_country,reason
                RB123456785GB,EMA,2026-11-20T10:00:00Z,GB,
                RB123456785GB,ema,2026-11-20T10:00:00Z,GB,
                RB123456785GB,EMH,2026-11-25T10:00:00-06:00,MX,consignee_absent
                RB123456785GB,EMI,2026-11-26T10:00:00-06:00,MX,
                """, Profile.UPU_EMS).scans();

        assertThat(scans)
                .extracting(Scan::kind)
                .containsExactly("ACCEPTED", "ACCEPTED", "DELIVERY_FAILED", "DELIVERED");
        assertThat(scans.get(2).more())
                .containsEntry("source_code", "EMH")
                .containsEntry("reason", "consignee_absent")
                .containsEntry("place", new Place(null, null, null, null, "MX"));
    }

    @Test
    void aCodeThatUpuDoesNotHaveIsNotGuessedButNamesAKindThatNobodyKnows() throws IOException {
        List<Scan> scans = read("""
                tracking_number,source_code,occurred_at
                RB123456785GB,EMZ,2026-11-20T10:00:00Z
                RB123456785GB,é/ 9 and much more than a kind may have,2026-11-20T10:00:00Z
                """, Profile.UPU_EMS).scans();

        assertThat(scans)
                .extracting(Scan::kind)
                .allSatisfy(kind -> assertThat(Kind.named(kind)).isEmpty())
                .containsExactly("UPU_EMZ", "UPU____9_AND_MUCH_MORE_THAN_A_KI");
        assertThat(scans.getFirst().more()).containsEntry("source_code", "EMZ");
    }

    @Test
    void aRowWithoutAUpuCodeIsNamed() throws IOException {
        History history =
                read("tracking_number,source_code,occurred_at\nRB123456785GB,,2026-11-20T10:00:00Z\n", Profile.UPU_EMS);

        assertThat(history.badRows()).containsExactly("line 2: source_code is empty: fill it in.");
    }

    @Test
    void aFileWithoutUpuCodesIsRefusedWithTheColumnsThatAreNeeded() {
        assertThatThrownBy(() -> read("tracking_number,kind,occurred_at\n", Profile.UPU_EMS))
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("at least occurred_at,source_code,tracking_number.");
    }

    private History read(String content) throws IOException {
        return read(content, Profile.HEADER);
    }

    private History read(String content, Profile profile) throws IOException {
        return History.read(Files.writeString(folder.resolve("history.csv"), content), profile);
    }
}

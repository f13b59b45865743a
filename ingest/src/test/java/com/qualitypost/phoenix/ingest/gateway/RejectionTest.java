package com.qualitypost.phoenix.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.gateway.body.RawScan;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.topic.TrustedRecords;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static {
        TrustedRecords.establish();
    }

    @Test
    void anEntrySaysWhoRefusedWhatAndWhy() {
        QuarantinedScan entry = entry("""
                {"scan_id": "01937c5e-2d10-7a6b-8c56-0242ac120002", "tracking_number": " pq000000014mx ", "device_seq": 7}""");

        assertThat(entry.getReason()).isEqualTo("invalid_scan");
        assertThat(entry.getRefusedBy()).isEqualTo("gateway");
        assertThat(entry.getRefusedAt()).isEqualTo(NOW);
        assertThat(entry.getSourceTopic()).isEqualTo("http");
        assertThat(entry.getScanId()).isEqualTo(UUID.fromString("01937c5e-2d10-7a6b-8c56-0242ac120002"));
        assertThat(entry.getTrackingNumber()).isEqualTo("PQ000000014MX");
        assertThat(entry.getDeviceId()).isEqualTo("HH-1");
        assertThat(entry.getDeviceSeq()).isEqualTo(7);
        assertThat(text(entry.getKey())).isEqualTo("pq000000014mx");
    }

    @Test
    void aNumberThatIsNoneIsTheKeyButNotTheNumber() {
        QuarantinedScan entry = entry("{\"tracking_number\": \"PQ000000015MX\"}");

        assertThat(entry.getTrackingNumber()).isNull();
        assertThat(text(entry.getKey())).isEqualTo("PQ000000015MX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"device_seq\": -1}",
                "{\"device_seq\": \"x\"}",
                "{\"device_seq\": {}, \"tracking_number\": []}"
            })
    void whatCannotBeReadIsLeftOut(String item) {
        QuarantinedScan entry = entry(item);

        assertThat(entry.getDeviceSeq()).isNull();
        assertThat(entry.getScanId()).isNull();
        assertThat(entry.getKey()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"X","name_of_recipient":"Ana"}          | {"kind":"X"}
            {"delivered_to":"Ana"}                          | {}
            {"delivered_to":"neighbour"}                    | {"delivered_to":"neighbour"}
            {"place":{"city":"Puebla","street":"5 de Mayo"}} | {"place":{"city":"Puebla"}}
            {"place":[{"street":"5 de Mayo"}]}              | {"place":[{}]}
            {"attributes":{"container":"C1"}}               | {"attributes":{"container":"C1"}}""")
    void fieldsThatWereNotAskedForAreNotKept(String item, String kept) {
        assertThat(text(entry(item).getValue())).isEqualTo(kept);
    }

    @Test
    void whatIsLargerThanAnyScanIsNotKept() {
        assertThat(entry("{\"kind\": \"%s\"}".formatted("A".repeat(70_000))).getValue())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"device_seq\": 7, \"kind\": nonsense}",
                "{\"kind\": {\"device_seq\": 1}, \"device_seq\": 7, \"x\": \"%1$s\"}",
                "{\"device_seq\": 7, \"kind\": \"%1$s"
            })
    void itsNumberIsSeenThoughTheRestIsTooLargeOrNoJson(String item) {
        QuarantinedScan entry = entry(item.formatted("A".repeat(70_000)));

        assertThat(entry.getDeviceSeq()).isEqualTo(7);
        assertThat(entry.getValue()).isNull();
    }

    private static String text(ByteBuffer bytes) {
        return UTF_8.decode(bytes).toString();
    }

    private static QuarantinedScan entry(String item) {
        return Rejection.of(RawScan.of(item.getBytes(UTF_8)), new ScanReader.Read.Rejected("invalid_scan", "because"))
                .entry("HH-1", NOW);
    }
}

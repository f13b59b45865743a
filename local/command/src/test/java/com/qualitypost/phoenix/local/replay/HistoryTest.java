package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final String POSTAL =
            "shipment_id,source_code,suggested_type,occurred_at_local,place,next_place,container_id\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ourOwnColumnsBecomeAScan() throws IOException {
        Scan scan = read("""
                tracking_number,kind,occurred_at,scan_id,place_code,place_city,reason,attribute_van
                PQ000000015MX,HELD,2026-11-22T09:59:58.120-06:00,0198f3c2-7a10-7cc3-98c4-dc0c0c07398f,MEX01,Toluca,weather_closed,7
                """).scans().getFirst();

        assertThat(scan.scanId()).hasToString("0198f3c2-7a10-7cc3-98c4-dc0c0c07398f");
        assertThat(scan.occurredAt()).isEqualTo("2026-11-22T09:59:58.120-06:00");
        assertThat(scan.more())
                .containsEntry("place", new ScanPlace("MEX01", null, "Toluca", null, null))
                .containsEntry("reason", "weather_closed")
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
                .containsEntry("place", new ScanPlace(null, "ALGER", null, null, "DZ"))
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
                .containsEntry("place", new ScanPlace(null, null, null, null, "MX"));
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

    private static final String ROWS = """
            tracking_number,kind,occurred_at,place_city
            PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00,Cancún
            """;

    /** As Excel and LibreOffice write them. */
    @ParameterizedTest
    @CsvSource({
        "UTF-8, '\uFEFF', ','",
        "UTF-16LE, '\uFEFF', '\t'",
        "UTF-16BE, '\uFEFF', ','",
        "UTF-32LE, '\uFEFF', ','",
        "UTF-8, '', ';'",
        "UTF-8, '\uFEFF', ';'",
        "UTF-8, '', '\t'",
        "UTF-8, 'sep=;\r\n', ';'",
        "UTF-8, '\uFEFFsep=|\r\n', '|'",
        "UTF-8, '\uFEFF\"sep=\t\"\r\n', '\t'"
    })
    void whatSpreadsheetsWriteIsRead(String encoding, String before, String delimiter) throws IOException {
        String content = before + ROWS.replace(",", delimiter).replace("\n", "\r\n");

        History history = read(content.getBytes(Charset.forName(encoding)), null);

        assertThat(history.badRows()).isEmpty();
        assertThat(history.scans())
                .singleElement()
                .satisfies(scan -> assertThat(scan.trackingNumber()).isEqualTo("PQ000000014MX"))
                .satisfies(scan -> assertThat(scan.more())
                        .containsEntry("place", new ScanPlace(null, null, "Cancún", null, null)));
    }

    @Test
    void emptyColumnsAndRowsAtTheEndSayNothing() throws IOException {
        History history = read("""
                tracking_number,kind,occurred_at,,,
                PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00,,,
                ,,,,,
                PQ000000028MX,ARRIVED,2026-11-22T09:59:58.120-06:00,,,,,
                 ,\u00a0,,,,
                """);

        assertThat(history.badRows()).isEmpty();
        assertThat(history.scans()).hasSize(2);
    }

    @Test
    void bytesThatAreNoUtf8AreNotGuessed() {
        byte[] content = ROWS.getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> read(content, null))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("is not in UTF-8: line 2 contains bytes")
                .hasMessageContaining("--encoding windows-1252");
    }

    @Test
    void anEncodingThatIsSaidIsTaken() throws IOException {
        byte[] content = ROWS.getBytes(Charset.forName("windows-1252"));

        assertThat(read(content, Charset.forName("windows-1252"))
                        .scans()
                        .getFirst()
                        .more())
                .containsEntry("place", new ScanPlace(null, null, "Cancún", null, null));
    }

    @Test
    void utf16WithoutItsMarkIsNotGuessedEither() throws IOException {
        byte[] content = ROWS.getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> read(content, null))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("is not in UTF-8")
                .hasMessageContaining("--encoding UTF-16LE");
        assertThat(read(content, StandardCharsets.UTF_16LE).scans()).hasSize(1);
    }

    @Test
    void whatIsNoTextFileIsRefusedWithAWordOnWhatToDo() {
        assertThatThrownBy(() -> History.read(folder, Profile.HEADER, null))
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("is a folder. Name the CSV file in it.");
        assertThatThrownBy(() -> History.read(folder.resolve("nowhere.csv"), Profile.HEADER, null))
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("does not exist. Check the path.");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}, null))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("is a workbook, not CSV");
        assertThatThrownBy(() -> read(new byte[0], null))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("none of the headers that are understood, but ''. Its first line must contain");
    }

    @Test
    void aFileHas32MegabytesAtMost() throws IOException {
        byte[] most = (ROWS + "\n".repeat((32 << 20) - ROWS.getBytes(StandardCharsets.UTF_8).length))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read(most, null).scans()).hasSize(1);
        assertThatThrownBy(() -> read(Arrays.copyOf(most, most.length + 1), null))
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("is larger than 32 MB. Split it, and repeat the header in each part.");
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("""
                        tracking_number,kind,occurred_at,place_city,\ufeffplace_city
                        PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00,Toluca,Puebla
                        """))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("has the column place_city twice");
    }

    @Test
    void oneNumberThatIsOddDoesNotKeepTheOthersBack() throws IOException {
        History history = read("""
                tracking_number,kind,occurred_at
                \u00a0PQ000000014MX\u2007,ARRIVED\u202f,２０２６-11-22T09:59:58.120-06:00
                ＰＱ０００００００１４ＭＸ,DEPARTED,2026-11-22T09:59:58.120-06:00
                1.23457E+17,ARRIVED,2026-11-22T09:59:58.120-06:00
                ñandú 5\u001b[31m,ARRIVED,2026-11-22T09:59:58.120-06:00
                """);

        assertThat(history.scans()).extracting(Scan::trackingNumber).containsExactly("PQ000000014MX", "PQ000000014MX");
        assertThat(history.scans()).extracting(Scan::kind).containsExactly("ARRIVED", "DEPARTED");
        assertThat(history.badRows())
                .containsExactly(
                        "line 4: tracking_number '1.23457E+17' is not a tracking number of 8 to 48 letters, digits and"
                                + " single hyphens: the spreadsheet has rounded it; format the column as text there, and"
                                + " export again.",
                        "line 5: tracking_number 'ñandú 5 [31m' is not a tracking number of 8 to 48 letters, digits and"
                                + " single hyphens.");
    }

    @Test
    void aRowIsNamedByTheLineWhereItBegins() throws IOException {
        History history = read("""
                sep=;
                tracking_number;kind;occurred_at;place_name

                PQ000000014MX;ARRIVED;2026-11-22T09:59:58.120-06:00;"two
                lines"
                PQ000000014MX;;2026-11-22T09:59:58.120-06:00;"two
                lines"
                PQ000000014MX;ARRIVED;2026-11-22T09:59:58.120-06:00;one;too many
                """);

        assertThat(history.scans()).hasSize(1);
        assertThat(history.badRows())
                .containsExactly(
                        "line 6: kind is empty: fill it in.",
                        "line 8: value 5 has no column: put values with a ';' in them into quotation marks.");
    }

    @Test
    void aRowThatIsLargerThanTheGatewayTakesIsNamedAndTheRestGoesOn() throws IOException {
        History history = read("""
                tracking_number,kind,occurred_at,attribute_note
                PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00,%s
                PQ000000014MX,DEPARTED,2026-11-22T09:59:58.120-06:00,
                """.formatted("x".repeat(2 << 20)));

        assertThat(history.scans()).extracting(Scan::kind).containsExactly("DEPARTED");
        assertThat(history.badRows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith("line 2: the scan has 2,097,")
                        .endsWith(" bytes, the limit is 65,536: shorten the text in its cells."));
    }

    @Test
    void whatComesBehindABrokenQuotationIsSaidNotToBeRead() throws IOException {
        History history = read("""
                tracking_number,kind,occurred_at
                PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00
                "PQ000000014MX"x,ARRIVED,2026-11-22T09:59:58.120-06:00
                PQ000000014MX,DEPARTED,2026-11-22T09:59:58.120-06:00
                """);

        assertThat(history.scans()).hasSize(1);
        assertThat(history.badRows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row).startsWith("line 3: ").endsWith("The rest of the file was not read."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "AZN8Xi0Qemuc1gJCrBIAAg=="})
    void onlyACanonicalUuidIsAScansId(String id) throws IOException {
        assertThat(read("""
                        tracking_number,kind,occurred_at,scan_id
                        PQ000000014MX,ARRIVED,2026-11-22T09:59:58.120-06:00,%s
                        """.formatted(id)).badRows())
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("line 2: scan_id '%s' is not a UUID".formatted(id)));
    }

    @Test
    void aPrefixThatMakesNoNumberIsRefused() throws IOException {
        History history = read(ROWS);

        assertThatThrownBy(() -> history.withPrefix("ñ "))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("With --prefix ñ there is 'ñ PQ000000014MX', which is not a tracking number");
    }

    private History read(byte[] content, @Nullable Charset encoding) throws IOException {
        return History.read(Files.write(folder.resolve("history.csv"), content), Profile.HEADER, encoding);
    }

    private History read(String content) throws IOException {
        return read(content, Profile.HEADER);
    }

    private History read(String content, Profile profile) throws IOException {
        return History.read(Files.writeString(folder.resolve("history.csv"), content), profile, null);
    }
}

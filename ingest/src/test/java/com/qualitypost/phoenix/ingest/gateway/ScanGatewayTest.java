package com.qualitypost.phoenix.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The handheld contract, with a real Kafka behind it. */
@SpringBootTest(properties = {"phoenix.streams.enabled=false", "phoenix.writer.enabled=false"})
@AutoConfigureMockMvc
class ScanGatewayTest {
    private static final String NUMBER = "PQ000000014MX";

    @Autowired
    private MockMvcTester http;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("phoenix.kafka.bootstrap-servers", TestServers.kafka()::bootstrapServers);
        registry.add("phoenix.registry.url", TestServers.registry()::coreUrl);
    }

    @BeforeAll
    static void deploy() throws Exception {
        new Deployment(
                        TestServers.kafka().bootstrapServers(),
                        TestServers.registry().confluentUrl(),
                        "",
                        1,
                        1)
                .deploy();
    }

    @Test
    void aScanIsAcceptedOnceKafkaHasIt() {
        UUID id = UUID.randomUUID();

        assertThat(post(batch(scan(id, NUMBER, "PICKED_UP"))))
                .hasStatus(202)
                .hasHeader("Phoenix-Max-Scans", "500")
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"results\":[{\"index\":0,\"scan_id\":\"%s\",\"status\":\"accepted\"}]}".formatted(id));
    }

    @Test
    void aBadItemDoesNotSpoilTheBatch() {
        assertThat(post(batch(
                        scan(UUID.randomUUID(), NUMBER, "PICKED_UP"),
                        scan(UUID.randomUUID(), "PQ000000015MX", "PICKED_UP"),
                        "{\"scan_id\": \"no uuid\"}",
                        "{\"device_seq\": -1}")))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("accepted", "rejected", "rejected", "rejected");
    }

    @Test
    void aWrongCheckDigitIsRejectedAndTheExpectedOneNamed() {
        assertThat(post(batch(scan(UUID.randomUUID(), "PQ000000015MX", "PICKED_UP"))))
                .bodyJson()
                .hasPathSatisfying(
                        "$.results[0].code", code -> code.assertThat().isEqualTo("wrong_check_digit"))
                .hasPathSatisfying(
                        "$.results[0].detail",
                        detail -> detail.assertThat().asString().contains("4 was expected"));
    }

    @Test
    void devicesDoNotReportOnNumbersForTests() {
        assertThat(post(batch(scan(UUID.randomUUID(), "PQ990010003MX", "PICKED_UP"))))
                .bodyJson()
                .hasPathSatisfying(
                        "$.results[0].code", code -> code.assertThat().isEqualTo("test_number"))
                .hasPathSatisfying(
                        "$.results[0].detail",
                        detail -> detail.assertThat().asString().contains("only the sandbox reports on them"));
    }

    @Test
    void aMessageSaysWhatIsMissingInTheWordsOfTheContract() {
        assertThat(post(batch("{\"scan_id\": \"%s\"}".formatted(UUID.randomUUID()))))
                .bodyJson()
                .extractingPath("$.results[0].detail")
                .asString()
                .contains("occurred_at is missing")
                .contains("tracking_number is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                                | the scan must be a JSON object
            {"scan_id": "1-1-1-1-1"}         | scan_id must be a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002
            {"scan_id": "AZN8Xi0Qemuc1gJCrBIAAg=="} | scan_id must be a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002
            {"scan_id": "01937c5e2d107a6b8c560242ac120002"} | scan_id must be a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002
            {"corrects": {"scan_id": "1-1-1-1-1"}} | corrects.scan_id must be a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002
            {"scan_id": 3}                   | scan_id must be a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002
            {"occurred_at": "yesterday"}     | occurred_at must be a time with its offset, such as 2026-11-22T09:59:58.120-06:00
            null                             | the scan must be a JSON object
            {"occurred_at": 1700000000}      | occurred_at must be a time with its offset, such as 2026-11-22T09:59:58.120-06:00
            {"occurred_at": "+999999999-12-31T23:59:59Z"} | occurred_at must be a time with its offset, such as 2026-11-22T09:59:58.120-06:00
            {"device_seq": "x"}              | device_seq must be a whole number, 0 to 9223372036854775807
            {"device_seq": "7"}              | device_seq must be a whole number, 0 to 9223372036854775807
            {"device_seq": 1.5}              | device_seq must be a whole number, 0 to 9223372036854775807
            {"device_seq": 9223372036854775808} | device_seq must be a whole number, 0 to 9223372036854775807
            {"cash_collected": "x"}          | cash_collected must be true or false
            {"kind": []}                     | kind must be text
            {"place": {"city": {}}}          | place.city must be text
            {"place": 1}                     | place must be a JSON object""")
    void aFieldThatCannotBeReadIsNamedWithWhatItMustBe(String scan, String detail) {
        assertThat(post(batch(scan)))
                .bodyJson()
                .extractingPath("$.results[0].detail")
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "attributes": {"a": null}                  | attributes.a is missing
            "attributes": {"%1$s": "x"}                | attributes has a key that must have at most 64 characters
            "place": {"code": "%1$s"}                  | place.code must have at most 64 characters
            "place": {"country": "Mexico"}             | place.country must be a two-letter country code of ISO 3166-1
            "position": {"latitude": 91, "longitude": 0} | position.latitude must be 90 or less
            "device_seq": -1                           | device_seq must not be negative
            "uptime_ms": 1795860000000                 | uptime_ms is 1795860000000, more than ten years: send the milliseconds since the device was started, not a time of day
            "ticket": {"promised_until": "9999-12-31T00:00:00Z"} | ticket.promised_until is 9999-12-31T00:00:00Z, which is impossible
            "ticket": {"promised_from": "0001-01-01T00:00:00Z"}  | ticket.promised_from is 0001-01-01T00:00:00Z, which is impossible
            "ticket": {"promised_from": "2026-12-02T00:00:00Z", "promised_until": "2026-12-01T23:59:59Z"} | ticket.promised_until is before ticket.promised_from: swap or correct them
            "ticket": {"merchant_id": "test/M-7"}      | ticket.merchant_id is test/M-7, which is not a merchant of live parcels
            "ticket": {"merchant_id": "M-7 "}          | ticket.merchant_id must be 1 to 59 of A-Z, a-z, 0-9, dot, hyphen and underscore, and begin and end with a letter or digit
            "corrects": {"scan_id": "01937c5e-2d10-7a6b-8c56-0242ac120002", "error": "did_not_occur"} | corrects is on a scan of kind PICKED_UP, but only a CORRECTION takes a scan back: send one as a separate scan""")
    void aScanOutOfBoundsIsRefusedInOurOwnWordsAndTheOthersAreTaken(String field, String detail) {
        String good = scan(UUID.randomUUID(), NUMBER, "PICKED_UP");
        String bad = good.replaceFirst("}$", ", " + field.formatted("x".repeat(65)) + "}");

        MvcTestResult answer = http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "de")
                .content(batch(good, bad, scan(UUID.randomUUID(), NUMBER, "ARRIVED")))
                .exchange();

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("accepted", "rejected", "accepted");
        assertThat(answer).bodyJson().extractingPath("$.results[1].detail").isEqualTo(detail);
    }

    @Test
    void aClockThatFellBackTo1970CostsNoScan() {
        assertThat(post("{\"sent_at\": \"1970-01-01T00:10:00Z\", \"scans\": [%s]}"
                        .formatted(scanOf("1970-01-01T00:05:00Z"))))
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:05:00Z, occurred_at comes to 1970-01-01T00:05:00Z",
        "2999-01-01T00:00:00Z, occurred_at comes to 2999-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z, occurred_at is 0000-01-01T00:00:00Z"
    })
    void aTimeThatCannotBeAndCannotBePutRightIsRefusedWhileTheDeviceStillHasTheScan(String time, String detail) {
        assertThat(post(batch(scanOf(time))))
                .bodyJson()
                .extractingPath("$.results[0].detail")
                .asString()
                .startsWith(detail + ", which is impossible");
    }

    private static String scanOf(String occurredAt) {
        return scan(UUID.randomUUID(), NUMBER, "DELIVERED")
                .replaceFirst("\"occurred_at\": \"[^\"]*\"", "\"occurred_at\": \"" + occurredAt + "\"");
    }

    @Test
    void whatANewerKindTakesBackIsNotForThisVersionToRefuse() {
        String newer = scan(UUID.randomUUID(), NUMBER, "AMENDED")
                .replaceFirst(
                        "}$",
                        ", \"corrects\": {\"scan_id\": \"%s\", \"error\": \"incorrect_data\"}}"
                                .formatted(UUID.randomUUID()));

        assertThat(post(batch(newer)))
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @Test
    void theAnswerCallsAScanAsTheDeviceDoesOrNotAtAll() {
        String small = UUID.randomUUID().toString();
        String large = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        String scan = scan(UUID.randomUUID(), NUMBER, "PICKED_UP");
        String accepted = scan.replaceFirst("\"scan_id\": \"[^\"]*\"", "\"scan_id\": \"" + large + "\"");

        assertThat(post(batch(
                        accepted,
                        "{\"scan_id\": \"%s\"}".formatted(small),
                        "{\"scan_id\": \"%s\"}".formatted(large),
                        "{\"scan_id\": \"1-1-1-1-1\"}")))
                .bodyJson()
                .hasPathSatisfying("$.results[0].scan_id", id -> id.assertThat().isEqualTo(large))
                .hasPathSatisfying("$.results[1].scan_id", id -> id.assertThat().isEqualTo(small))
                .hasPathSatisfying("$.results[2].scan_id", id -> id.assertThat().isEqualTo(large))
                .doesNotHavePath("$.results[3].scan_id");
    }

    @Test
    void whatAScannerAddsToANumberIsForgiven() {
        for (String scanned : new String[] {"\u00a0" + NUMBER + "\u202f", "]C1" + NUMBER, "PQ0000\u200b00014MX"}) {
            assertThat(post(batch(scan(UUID.randomUUID(), scanned, "PICKED_UP"))))
                    .as(scanned)
                    .bodyJson()
                    .extractingPath("$.results[0].status")
                    .isEqualTo("accepted");
        }
    }

    @Test
    void aNumberHas48CharactersAtMostAndADigit() {
        assertThat(post(batch(
                        scan(UUID.randomUUID(), "9".repeat(48), "PICKED_UP"),
                        scan(UUID.randomUUID(), "9".repeat(49), "PICKED_UP"),
                        scan(UUID.randomUUID(), "--------", "PICKED_UP"),
                        scan(UUID.randomUUID(), "12345678", "PICKED_UP"),
                        scan(UUID.randomUUID(), "1234567", "PICKED_UP"))))
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("accepted", "rejected", "rejected", "accepted", "rejected");
    }

    @Test
    void foreignNumbersAreTakenAsTheyCome() {
        assertThat(post(batch(scan(UUID.randomUUID(), " 1a31935802186 ", "PICKED_UP"))))
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @Test
    void aRepetitionWithinTheBatchIsADuplicateAndInALaterBatchAcceptedAgain() {
        String scan = scan(UUID.randomUUID(), NUMBER, "PICKED_UP");

        assertThat(post(batch(scan, scan)))
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("accepted", "duplicate");
        assertThat(post(batch(scan)))
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @Test
    void anUnknownKindIsAcceptedSoThatNothingIsLost() {
        assertThat(post(batch(scan(UUID.randomUUID(), NUMBER, "TELEPORTED"))))
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @Test
    void aBatchHasOneToFiveHundredScans() {
        assertProblem(post(batch()), 400, "invalid_batch", "1 to 500");
        assertProblem(
                post(batch(Collections.nCopies(501, "{}").toArray(String[]::new))), 400, "invalid_batch", "1 to 500");
        assertProblem(post("{}"), 400, "invalid_batch", "send 1 to 500 scans");
    }

    @Test
    void whatIsNoBatchIsAProblemThatSaysSo() {
        assertProblem(post("scans, please"), 400, "malformed_batch", "JSON object");
        assertProblem(post(""), 400, "malformed_batch", "the body is empty");
        assertProblem(post("[]"), 400, "malformed_batch", "the body must be a JSON object");
        assertProblem(post("{\"sent_at\": \"x\"}"), 400, "malformed_batch", "sent_at must be a time");
        assertProblem(post("{\"source\": \"x\"}"), 400, "malformed_batch", "source must be one of HANDHELD");
        assertProblem(
                post("{\"device_id\": \"%s\", \"scans\": [{}]}".formatted("x".repeat(65))),
                400,
                "invalid_batch",
                "device_id must");
        assertProblem(
                http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "br")
                        .content("x")
                        .exchange(),
                415,
                "unsupported_media_type",
                "gzip");
        assertProblem(
                http.post().uri("/v1/scans").content("scans, please").exchange(),
                415,
                "unsupported_media_type",
                "application/json");
    }

    @Test
    void aWrongAddressAndAWrongMethodAreProblemsToo() {
        assertProblem(http.get().uri("/v1/nothing").exchange(), 404, "not_found", "nothing");
        assertProblem(http.delete().uri("/v1/scans").exchange(), 405, "method_not_allowed", "DELETE");
    }

    @Test
    void gzipIsTaken() throws IOException {
        byte[] body = gzip(batch(scan(UUID.randomUUID(), NUMBER, "PICKED_UP")));

        assertThat(http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "gzip")
                        .content(body))
                .hasStatus(202);
    }

    @Test
    void aSmallRequestDoesNotBecomeALargeOne() throws IOException {
        byte[] bomb = gzip(batch("{\"kind\": \"%s\"}".formatted("A".repeat(3_000_000))));

        assertProblem(
                http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "gzip")
                        .content(bomb)
                        .exchange(),
                413,
                "body_too_large",
                "Send it in smaller parts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "uptime_ms": %2$s                          | nested too deeply, or has a number
            "source_code": %3$s                        | source_code must be text
            "x": %3$s                                  | nested too deeply
            "\\ud800": 1                               | not valid JSON
            "kind": "ARRIVED"                          | kind is given more than once
            "place": {"city": "A", "city": "B"}        | city is given more than once
            "source_code": nonsense                    | not valid JSON
            "place": {"postcode": 6700}                | place.postcode must be text
            "source_code": true                        | source_code must be text
            "attributes": {"a": 1.5}                   | attributes.a must be text
            "ticket": {"references": {"order": 7}}     | ticket.references.order must be text
            "attributes": {"%4$s": "x"}                | a name that is too long
            "attributes": {"%5$s": "x"}                | attributes has a key that must have at most 64 characters""")
    void anOddItemNeverRefusesItsBatch(String field, String detail) {
        String good = scan(UUID.randomUUID(), NUMBER, "PICKED_UP");
        String odd = scan(UUID.randomUUID(), NUMBER, "PICKED_UP")
                .replaceFirst(
                        "}$",
                        Matcher.quoteReplacement(", "
                                + field.formatted(
                                        "",
                                        "9".repeat(2_000),
                                        "[".repeat(600) + "]".repeat(600),
                                        "<K>[".repeat(10_000),
                                        "k".repeat(65))
                                + "}"));

        MvcTestResult answer = post(batch(odd, good));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("rejected", "accepted");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.results[0].detail")
                .asString()
                .contains(detail);
    }

    @Test
    void aScanHas64KilobytesAtMost() {
        String scan = scan(UUID.randomUUID(), NUMBER, "PICKED_UP");
        int room = 65_536 - scan.length() - ", \"x\": \"\"".length();
        String full = scan.replaceFirst("}$", ", \"x\": \"" + "x".repeat(room) + "\"}");
        String over = scan.replaceFirst("}$", ", \"x\": \"" + "x".repeat(room + 1) + "\"}");

        assertThat(post(batch(full, over, scan)))
                .bodyJson()
                .hasPathSatisfying(
                        "$.results[*].status",
                        statuses ->
                                statuses.assertThat().asArray().containsExactly("accepted", "rejected", "duplicate"))
                .hasPathSatisfying(
                        "$.results[1].code", code -> code.assertThat().isEqualTo("scan_too_large"));
    }

    @Test
    void anAnswerIsNotMuchLongerThanWhatWasSent() {
        String attributes =
                IntStream.range(0, 5_000).mapToObj("\"a%d\":null"::formatted).collect(Collectors.joining(","));

        assertThat(post(batch("{\"attributes\":{%s}}".formatted(attributes))))
                .bodyJson()
                .extractingPath("$.results[0].detail")
                .asString()
                .hasSizeLessThan(500)
                .endsWith("more");
    }

    @Test
    void aNumberIsNoDeviceId() {
        assertProblem(post("{\"device_id\": 4711, \"scans\": [{}]}"), 400, "malformed_batch", "device_id must be text");
    }

    @Test
    void manyTinyItemsAreRefusedAsTooMany() throws IOException {
        byte[] many = gzip("{\"scans\":[" + "[{}],".repeat(400_000) + "{}]}");

        assertProblem(
                http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "gzip")
                        .content(many)
                        .exchange(),
                400,
                "invalid_batch",
                "1 to 500");
    }

    @Test
    void whatWasTakenIsAnsweredWhateverTheCallerWouldRatherHave() {
        assertThat(http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept", "text/html")
                        .content(batch(scan(UUID.randomUUID(), NUMBER, "PICKED_UP"))))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.results[0].status")
                .isEqualTo("accepted");
    }

    @Test
    void limitsAreAnnounced() {
        assertThat(http.method(HttpMethod.OPTIONS).uri("/v1/scans"))
                .hasStatus(204)
                .hasHeader("Phoenix-Max-Scans", "500")
                .hasHeader("Phoenix-Max-Scan-Bytes", "65536")
                .hasHeader("Phoenix-Max-Body-Bytes", "2097152")
                .hasHeader("Accept-Encoding", "gzip, identity");
    }

    static void assertProblem(MvcTestResult result, int status, String code, String detail) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result)
                .bodyJson()
                .hasPathSatisfying("$.code", c -> c.assertThat().isEqualTo(code));
        assertThat(result)
                .bodyJson()
                .hasPathSatisfying("$.detail", d -> d.assertThat().asString().contains(detail));
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static String batch(String... scans) {
        return "{\"device_id\": \"HH-1\", \"sent_at\": \"%s\", \"scans\": [%s]}"
                .formatted(java.time.OffsetDateTime.now(), String.join(",", scans));
    }

    static String scan(UUID id, String number, String kind) {
        return """
                {"scan_id": "%s", "tracking_number": "%s", "kind": "%s", "occurred_at": "%s"}""".formatted(id, number, kind, java.time.OffsetDateTime.now());
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

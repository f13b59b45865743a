package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.merchant.Keys;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a developer finds in the sandbox, from the gateway to the answers. */
class SandboxJourney {
    private static final Pattern DOCUMENTED = Pattern.compile("\\| `(PQ99\\d{7}MX)` \\| `?(\\w+)`? \\| ([a-z ]*)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String testKey = key("M-" + UUID.randomUUID(), true);
    private final String number = free();

    @Test
    void everyDocumentedNumberAnswersAsDocumented() throws IOException {
        List<MatchResult> numbers = DOCUMENTED
                .matcher(Files.readString(Path.of("../../docs/sandbox.md")))
                .results()
                .toList();
        assertThat(numbers.stream().map(row -> row.group(2))).hasSize(17).contains(names());

        for (MatchResult row : numbers) {
            Customer developer = new Customer(row.group(1));
            if (row.group(2).equals("unknown")) {
                assertThat(developer.looks().code()).isEqualTo(404);
            } else {
                SeenAnswer seen = developer.eventuallySees(Status.valueOf(row.group(2)));
                assertThat(seen.body())
                        .as(row.group())
                        .contains("\"stale\":" + row.group(3).strip().equals("stale"));
            }
        }
    }

    @Test
    void oneIsLateAndOneIsStaleAndOneWasCorrected() {
        String keyOfTheirs = key("sandbox", true);

        await().untilAsserted(() -> {
            assertThat(listed(keyOfTheirs, "?late=true")).containsExactly("PQ990000139MX");
            assertThat(listed(keyOfTheirs, "?stale=true")).containsExactly("PQ990000156MX");
        });
        Customer developer = new Customer("PQ990000142MX");
        assertThat(developer.eventuallySees(Status.OUT_FOR_DELIVERY).kinds())
                .contains("CORRECTION")
                .doesNotContain("DELIVERED");
        assertThat(new Customer("PQ990000160MX").eventuallySees(Status.RETURNED).kinds())
                .contains("DELIVERED", "RETURNED_TO_SENDER");
    }

    @Test
    void aTestShipmentIsWalkedThroughItsLifeAsFastAsItsDeveloperAsks() {
        List<String> way = Stream.of("CREATED", "PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED")
                .toList();
        for (String status : way) {
            assertThat(advanced("").path("leads_to").asString()).isEqualTo(status);
        }
        HttpResponse<String> further = advance(testKey, number, "");
        JsonNode sentBack = advanced("?to=RETURNING");

        isProblem(further, 409, "at_its_end");
        SeenAnswer seen = new Customer(number)
                .looksAfter(UUID.fromString(sentBack.path("scan_id").asString()));
        assertThat(seen.status()).isEqualTo("RETURNING");
        assertThat(seen.kinds())
                .containsExactly(
                        "TICKET_ISSUED", "PICKED_UP", "ARRIVED", "OUT_FOR_DELIVERY", "DELIVERED", "RETURN_STARTED");
    }

    @Test
    void aTestShipmentIsItsMerchantsAndNotInTheListOfALiveKey() {
        String merchant = "M-" + UUID.randomUUID();
        advance(key(merchant, true), number, "?to=ON_HOLD");

        await().until(() -> listed(key(merchant, true), "").contains(number));
        assertThat(listed(key(merchant, false), "")).isEmpty();
        isProblem(advance(testKey, number, ""), 409, "number_taken");
    }

    @Test
    void whatIsMixedUpIsToldSo() {
        isProblem(advance(key("M-7", false), number, ""), 403, "live_key");
        isProblem(advance("pk_test_x", number, ""), 401, "unknown_key");
        isProblem(advance(testKey, RunningSystem.newNumber(), ""), 403, "test_key");
        isProblem(advance(testKey, "PQ990000010MX", ""), 409, "fixed_number");
        isProblem(advance(testKey, number, "?to=TELEPORTED"), 400, "malformed_to");
        isProblem(looks(testKey, "/v1/tracking/" + RunningSystem.newNumber()), 403, "test_key");
        Scan scan = Scan.of(UUID.randomUUID(), number, "PICKED_UP", OffsetDateTime.now());
        try (ScanClient handheld = new ScanClient(RunningSystem.addresses().ingest())) {
            assertThat(handheld.send(new DeviceBatch("H-018", OffsetDateTime.now(), null, "HANDHELD", List.of(scan)))
                            .rejections())
                    .hasSize(1);
        }
    }

    private JsonNode advanced(String query) {
        HttpResponse<String> answer = advance(testKey, number, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> advance(String key, String number, String query) {
        URI address = RunningSystem.addresses().ingest().resolve("/v1/test/shipments/" + number + "/advance" + query);
        return asks(key, HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));
    }

    private static List<String> listed(String key, String query) {
        JsonNode list = JSON.readTree(looks(key, "/v1/shipments" + query).body());
        return list.path("shipments").values().stream()
                .map(item -> item.path("tracking_number").asString())
                .toList();
    }

    private static HttpResponse<String> looks(String key, String path) {
        return asks(
                key, HttpRequest.newBuilder(RunningSystem.addresses().query().resolve(path)));
    }

    private static HttpResponse<String> asks(String key, HttpRequest.Builder request) {
        try {
            return HTTP.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Asking", e);
        }
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    private static String key(String merchant, boolean test) {
        try (Keys keys = new Keys(RunningSystem.addresses().management())) {
            return keys.add(merchant, test).key();
        }
    }

    /** A number that nobody tests with. */
    private static String free() {
        return TrackingNumber.ours(99_001_000 + ThreadLocalRandom.current().nextInt(999_000))
                .value();
    }

    private static String[] names() {
        return Stream.of(Status.values()).map(Status::name).toArray(String[]::new);
    }
}

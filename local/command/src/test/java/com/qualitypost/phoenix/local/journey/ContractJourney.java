package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.local.merchant.Keys;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API answers about a real parcel matches its description. */
class ContractJourney {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TRACKING = "/v1/tracking/{number}";
    private static final String LOOKUP = "/v1/tracking:lookup";
    private static final String DETAILS = "/v1/tracking/{number}/details";
    private static final String LIST = "/v1/shipments";
    private static final String LINKS = "/v1/shipments/{number}/links";

    private static final String ADVANCE = "/v1/test/shipments/{number}/advance";

    private final String merchant = "M-" + UUID.randomUUID();
    private final String number = RunningSystem.newNumber();
    private final String unknown = RunningSystem.newNumber();
    private final Contract contract = new Contract(get("/v1/openapi.yaml").body());

    @Test
    void everyAnswerIsAsDescribed() {
        reportAParcel();
        String key = key();

        lookups();
        manyAtOnce();
        details();
        merchants(key);
        // A stream has no end to wait for; its own tests read it.
        contract.holds(TRACKING + "/live", get("/v1/tracking/" + unknown + "/live"));
        contract.holds(ADVANCE, advance(number));

        assertThat(contract.untried()).isEmpty();
    }

    private void lookups() {
        contract.holds(TRACKING, get("/v1/tracking/" + number));
        contract.holds(TRACKING, get("/v1/tracking/" + number, "Accept-Language", "en"));
        contract.holds(TRACKING, get("/v1/tracking/" + unknown));
        contract.holds(TRACKING, get("/v1/tracking/hello"));
        contract.holds(TRACKING, get("/v1/tracking/" + number + "?wait=0s&min_revision=99"));
    }

    private void manyAtOnce() {
        String numbers = "{\"numbers\":[\"%s\",\"%s\",\"hello\",\"PQ000000010MX\"]}".formatted(number, unknown);
        contract.holds(LOOKUP, post(LOOKUP, numbers, "Accept", "application/json"));
        contract.holds(LOOKUP, post(LOOKUP, numbers, "Accept", "application/x-ndjson"));
        contract.holds(LOOKUP, post(LOOKUP, "{}", "Accept", "application/json"));
    }

    private void details() {
        String path = "/v1/tracking/" + number + "/details";
        contract.holds(DETAILS, post(path, "{\"postcode\":\"97000\"}", "Accept", "application/json"));
        contract.holds(DETAILS, post(path, "{\"postcode\":\"97001\"}", "Accept", "application/json"));
        contract.holds(DETAILS, post(path, "{}", "Accept", "application/json"));
    }

    private void merchants(String key) {
        String bearer = "Bearer " + key;
        contract.holds(LIST, get(LIST, "Authorization", bearer));
        contract.holds(LIST, get(LIST + "?limit=0", "Authorization", bearer));
        contract.holds(LIST, get(LIST));
        String links = "/v1/shipments/" + number + "/links";
        contract.holds(LINKS, post(links, "", "Authorization", bearer));
        contract.holds(LINKS, post(links + "?days=0", "", "Authorization", bearer));
        contract.holds(LINKS, post("/v1/shipments/" + unknown + "/links", "", "Authorization", bearer));
    }

    private static HttpResponse<String> advance(String number) {
        URI advance = RunningSystem.addresses().ingest().resolve("/v1/test/shipments/" + number + "/advance");
        return asks(HttpRequest.newBuilder(advance).POST(BodyPublishers.noBody()));
    }

    private void reportAParcel() {
        Life life = new Life();
        ScanPlace destination = new ScanPlace(null, null, "Mérida", "97000", "MX");
        new Courier(number)
                .reports(List.of(
                        life.next(Kind.TICKET_ISSUED)
                                .with(
                                        "ticket",
                                        Map.of(
                                                "merchant_id",
                                                merchant,
                                                "service",
                                                "EXPRESS",
                                                "destination",
                                                destination,
                                                "references",
                                                Map.of("order", "A-1"))),
                        life.next(Kind.DEPARTED).with("next_place", destination),
                        life.next(Kind.DELIVERED).with("place", destination).with("delivered_to", "neighbour")));
        new Customer(number).eventuallySees(Status.DELIVERED);
    }

    private String key() {
        try (Keys keys = new Keys(RunningSystem.addresses().management())) {
            return keys.add(merchant, false).key();
        }
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return asks(to(path, headers));
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        return asks(to(path, headers).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RunningSystem.addresses().query().resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> asks(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Asking", e);
        }
    }
}

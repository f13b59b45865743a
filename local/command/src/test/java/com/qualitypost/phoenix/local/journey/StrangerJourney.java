package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.local.merchant.Keys;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is shown to people who know only the number, and to those who know more, of a parcel about which everything was
 * reported.
 */
class StrangerJourney {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROOF = "a".repeat(64);

    /** Names, places and owners: everything in the facts besides cities. */
    private static final List<String> SECRETS = List.of(
            "MEX01",
            "Vallejo",
            "\"postcode\"",
            "C1425",
            "Calle 60",
            "safe_place",
            PROOF,
            "H-017",
            "Anastasia",
            "REF-4711",
            "M-STRANGER");

    private final String number = RunningSystem.newNumber();

    @BeforeEach
    void everythingWasReported() {
        Life life = new Life();
        ScanPlace destination = new ScanPlace(null, null, "Mérida", "C1425 CLA", "MX");
        ScanPlace doorstep = new ScanPlace(null, "Calle 60 #501", "Mérida", "C1425 CLA", "MX");
        new Courier(number)
                .reports(List.of(
                        life.next(Kind.TICKET_ISSUED)
                                .with(
                                        "ticket",
                                        Map.of(
                                                "merchant_id",
                                                "M-STRANGER",
                                                "destination",
                                                destination,
                                                "references",
                                                Map.of("order", "REF-4711"))),
                        life.next(Kind.DEPARTED).with("next_place", destination),
                        life.next(Kind.DELIVERED)
                                .with("place", doorstep)
                                .with("delivered_to", "safe_place")
                                .with("proof_sha256", PROOF)
                                .with("attributes", Map.of("courier", "Anastasia"))));
        new Customer(number).eventuallySees(Status.DELIVERED);
    }

    @Test
    void aStrangerSeesCitiesAndNothingPersonal() {
        String lookup = "/v1/tracking/" + number;
        String numbers = "{\"numbers\":[\"%s\"]}".formatted(number);
        for (String language : List.of("es", "en")) {
            assertThat(List.of(
                            asks(get(lookup), "Accept-Language", language),
                            asks(get(lookup + "?wait=0s&after=" + UUID.randomUUID()), "Accept-Language", language),
                            asks(post("/v1/tracking:lookup", numbers), "Accept-Language", language),
                            asks(post("/v1/tracking:lookup", numbers), "Accept", "application/x-ndjson"),
                            asks(get("/t/" + number), "Accept-Language", language),
                            asks(get("/?q=" + number + "," + RunningSystem.newNumber()), "Accept-Language", language),
                            asks(get("/v1/shipments"), "Accept-Language", language),
                            details("{\"postcode\":\"97001\"}")))
                    .allSatisfy(answer ->
                            assertThat(answer.body() + answer.headers()).doesNotContain(SECRETS));
        }
        assertThat(asks(get(lookup), "Accept-Language", "es").body()).contains("Ciudad de México", "Mérida");
    }

    @Test
    void theRecipientSeesTheRestByPostcodeOrByTheMerchantsLink() {
        HttpResponse<String> byPostcode = details("{\"postcode\":\"C1425 CLA\"}");

        HttpResponse<String> byLink = details("{\"link\":\"%s\"}".formatted(link()));

        assertThat(byPostcode.body())
                .contains("Calle 60", "Vallejo", "safe_place")
                .doesNotContain("Anastasia", "H-017");
        assertThat(byLink.body()).isEqualTo(byPostcode.body());
    }

    private HttpResponse<String> details(String factor) {
        return asks(post("/v1/tracking/" + number + "/details", factor), "Accept", "application/json");
    }

    private String link() {
        String key;
        try (Keys keys = new Keys(RunningSystem.addresses().management())) {
            key = keys.add("M-STRANGER", false).key();
        }
        return member(asks(post("/v1/shipments/" + number + "/links", ""), "Authorization", "Bearer " + key), "link");
    }

    private static String member(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path(name).asString();
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(RunningSystem.addresses().query().resolve(path));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return get(path).POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> asks(HttpRequest.Builder request, String header, String value) {
        try {
            return HTTP.send(request.setHeader(header, value).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Asking", e);
        }
    }
}

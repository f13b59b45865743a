package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people are told who know a number and nothing else, whatever they ask; the tables are full of secrets. */
class StrangerTest extends RecipientFixture {
    private static final List<String> SECRETS =
            List.of("C1425", "MID", "Centro Mérida", "Calle 60", "safe_place", "H-017", "REF-4711");

    private final String scan = UUID.randomUUID().toString();
    private final String refusedScan = UUID.randomUUID().toString();

    @BeforeEach
    void theTablesKnowMore() {
        READ_SIDE.parcel(parcel, 1);
        READ_SIDE.accepted(parcel, scan, 1, "H-017");
        READ_SIDE.quarantined(parcel, refusedScan);
        READ_SIDE.references(merchant, parcel, Map.of("order", "REF-4711"));
        link();
        replicated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void nothingPersonalIsInAnyAnswer(String language) {
        assertThat(answers(language)).allSatisfy(answer -> {
            assertThat(answer.body()).isNotEmpty().doesNotContain(SECRETS).doesNotContain(merchant);
            assertThat(answer.headers().toString()).doesNotContain(SECRETS).doesNotContain(merchant);
        });
    }

    private Stream<Seen> answers(String language) {
        String lookup = "/v1/tracking/" + parcel;
        Stream<Seen> read = Stream.of(
                        lookup,
                        lookup + "?after=" + scan,
                        lookup + "?wait=0s&after=" + refusedScan,
                        lookup + "?wait=0s&min_revision=9",
                        lookup + "/live",
                        "/v1/tracking/" + unknown,
                        "/v1/tracking/short",
                        "/v1/shipments",
                        "/v1/shipments?reference=REF-4711",
                        "/v1/openapi.yaml",
                        "/problems/unknown_number",
                        "/t/" + parcel,
                        "/t/" + unknown,
                        "/?q=" + parcel + "," + unknown)
                .map(address -> customer.gets(address, "Accept-Language", language));
        String numbers = "{\"numbers\":[\"%s\",\"%s\"]}".formatted(parcel, unknown);
        return Stream.concat(
                read,
                Stream.of(
                        customer.posts("/v1/tracking:lookup", numbers, "Accept-Language", language),
                        customer.posts("/v1/tracking:lookup", numbers, "Accept", "application/x-ndjson"),
                        customer.posts("/v1/shipments/" + parcel + "/links", ""),
                        // Operators have a port of their own.
                        customer.gets("/ops/shipments/" + parcel),
                        customer.gets("/ops/shipments/" + parcel + "/correction?fact=" + scan),
                        customer.posts("/ops/shipments/" + parcel, ""),
                        customer.gets("/ops/entrance?code=x"),
                        customer.posts(
                                "/t/" + parcel,
                                "factor=00000",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept-Language",
                                language),
                        triesPostcode(parcel, "00000"),
                        triesLink(parcel, "x"),
                        tries(parcel, "{}")));
    }

    @Test
    void aNewAddressIsAskedHereToo(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping all) {
        assertThat(all.getHandlerMethods().entrySet().stream()
                        .filter(method ->
                                method.getValue().getBeanType().getName().contains(".phoenix."))
                        .flatMap(method -> method.getKey().getPatternValues().stream())
                        .distinct())
                .as("add what a stranger gets there to answers()")
                .containsExactlyInAnyOrder(
                        "/",
                        "/t/{number}",
                        "/problems/{code}",
                        "/ops",
                        "/ops/entrance",
                        "/ops/shipments",
                        "/ops/shipments/{number}",
                        "/ops/shipments/{number}/correction",
                        "/ops/laws",
                        "/ops/facts",
                        "/ops/duplicates",
                        "/ops/quarantine",
                        "/ops/gaps",
                        "/v1/openapi.yaml",
                        "/v1/tracking/{number}",
                        "/v1/tracking/{number}/live",
                        "/v1/tracking:lookup",
                        "/v1/shipments",
                        "/v1/shipments/{number}/links",
                        "/v1/tracking/{number}/details");
    }
}

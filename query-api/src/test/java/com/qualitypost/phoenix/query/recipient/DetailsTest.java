package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** Who sees more than a stranger. */
class DetailsTest extends RecipientFixture {
    private static final int MAX_TRIES = 5;
    private static final Duration LONGER_THAN_A_LOOKUP_MAY_TAKE = Duration.ofMillis(600);

    @Test
    void theRecipientsPostcodeShowsTheRest() {
        Seen details = triesPostcode(parcel, POSTCODE);

        assertThat(details.status()).as(details.body()).isEqualTo(200);
        assertThat(details.header("Cache-Control")).isEqualTo("no-store");
        assertThat(details.body()).isEqualTo("""
                {"tracking_number":"%s","destination":{"city":"Mérida","postcode":"C1425 CLA","country":"MX"},\
                "delivered_to":"safe_place","proof_of_delivery":true,"events":[\
                {"id":"0190b5f0-0000-7000-8000-000000000002","kind":"DELIVERED",\
                "occurred_at":"2026-11-21T05:00:00.000-06:00",\
                "place":{"name":"Calle 60 #501","city":"Mérida","country":"MX"}},\
                {"id":"0190b5f0-0000-7000-8000-000000000001","kind":"ARRIVED",\
                "occurred_at":"2026-11-21T04:00:00.123-06:00",\
                "place":{"code":"MID","name":"Centro Mérida","city":"Mérida","postcode":"C1425 DTA","country":"MX"}}]}""".formatted(parcel));
    }

    @Test
    void soDoesTheMerchantsLink() {
        String link = link();

        assertThat(triesLink(parcel, link).body())
                .isEqualTo(triesPostcode(parcel, POSTCODE).body());
    }

    @Test
    void howAPostcodeIsSpacedDoesNotMatter() {
        TrackingNumber abroad = anyNumber();
        READ_SIDE.shipment(abroad, "SW1A 1AA", "recipient", "[]");

        assertThat(triesPostcode(abroad, "sw1a-1aa").status()).isEqualTo(200);
    }

    @Test
    void aWrongFactorAndAnUnknownNumberAreToldApartByNothing() {
        TrackingNumber withoutPostcode = anyNumber();
        READ_SIDE.shipment(withoutPostcode, null, "recipient", "[]");

        Seen wrong = triesPostcode(parcel, "97001").isProblem(403, "not_recognised");

        assertThat(List.of(
                        triesPostcode(unknown, "97001"),
                        triesPostcode(unknown, "00000"),
                        triesPostcode(withoutPostcode, "00000"),
                        triesLink(parcel, "x".repeat(43)),
                        triesLink(unknown, link()),
                        triesLink(unknown, "x".repeat(43))))
                .allSatisfy(other -> {
                    assertThat(other.status()).isEqualTo(wrong.status());
                    assertThat(other.body()).isEqualTo(wrong.body());
                    assertThat(withoutDate(other)).isEqualTo(withoutDate(wrong));
                });
    }

    private static HttpHeaders withoutDate(Seen answer) {
        HttpHeaders headers = new HttpHeaders(answer.headers());
        headers.remove(HttpHeaders.DATE);
        return headers;
    }

    @Test
    void afterAFewWrongTriesEvenTheRightPostcodeHasToWait() {
        triesWrongly(parcel, MAX_TRIES);

        Seen locked = triesPostcode(parcel, POSTCODE).isProblem(429, "too_many_tries");

        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3_000, 3_601);
        READ_SIDE.timePasses(parcel, Duration.ofHours(1));
        assertThat(triesPostcode(parcel, POSTCODE).status()).isEqualTo(200);
    }

    @Test
    void anUnknownNumberIsLockedAsAKnownOneIs() {
        triesWrongly(parcel, MAX_TRIES);
        triesWrongly(unknown, MAX_TRIES);

        assertThat(triesPostcode(unknown, POSTCODE)
                        .isProblem(429, "too_many_tries")
                        .body())
                .isEqualTo(triesPostcode(parcel, POSTCODE).body());
    }

    @Test
    void theMerchantsLinkPassesTheLock() {
        triesWrongly(parcel, MAX_TRIES);
        triesLink(parcel, "x".repeat(43)).isProblem(429, "too_many_tries");

        assertThat(triesLink(parcel, link()).status()).isEqualTo(200);
    }

    @Test
    void theLockIsOfOneParcel() {
        triesWrongly(parcel, MAX_TRIES);
        TrackingNumber other = anyNumber();
        READ_SIDE.shipment(other, POSTCODE, "recipient", "[]");

        assertThat(triesPostcode(other, POSTCODE).status()).isEqualTo(200);
    }

    @Test
    void aStrangerCannotSayThatHeIsSomebodyElse() {
        for (int i = 0; i < MAX_TRIES; i++) {
            triesPostcode(parcel, "00000", "X-Forwarded-For", "203.0.113." + i).isProblem(403, "not_recognised");
        }

        triesPostcode(parcel, "00000", "X-Forwarded-For", "203.0.113.99", "Forwarded", "for=203.0.113.98")
                .isProblem(429, "too_many_tries");
    }

    @Test
    void aRightTryForgetsTheWrongOnes() {
        for (int i = 0; i < 2; i++) {
            triesWrongly(parcel, MAX_TRIES - 1);
            assertThat(triesPostcode(parcel, POSTCODE).status()).isEqualTo(200);
        }
    }

    @Test
    void manyTriesAtOnceAreNoMoreThanOneAfterTheOther() throws Exception {
        Callable<Integer> guess = () -> triesPostcode(parcel, "00000").status();
        List<Future<Integer>> guesses;
        try (var threads = Executors.newFixedThreadPool(8)) {
            guesses = threads.invokeAll(
                    IntStream.range(0, 24).mapToObj(i -> guess).toList());
        }

        assertThat(guesses.stream().map(Future::resultNow).filter(status -> status == 403))
                .hasSizeLessThanOrEqualTo(MAX_TRIES);
        assertThat(triesPostcode(parcel, POSTCODE).status()).isEqualTo(429);
    }

    @Test
    void aWriterThatIsSlowToWriteIsWaitedFor() {
        triesWrongly(parcel, 1);
        AtomicReference<Future<Seen>> details = new AtomicReference<>();
        try (var recipient = Executors.newSingleThreadExecutor()) {
            READ_SIDE.whileTriesAreLocked(parcel, () -> {
                details.set(recipient.submit(() -> triesPostcode(parcel, POSTCODE)));
                await().during(LONGER_THAN_A_LOOKUP_MAY_TAKE)
                        .until(() -> !details.get().isDone());
            });
        }

        assertThat(details.get().resultNow().status()).isEqualTo(200);
    }

    @Test
    void aLinkOpensItsOwnParcelOnly() {
        TrackingNumber other = anyNumber();
        READ_SIDE.shipment(other, POSTCODE, "recipient", "[]");

        triesLink(other, link()).isProblem(403, "not_recognised");
    }

    @Test
    void aLinkExpires() {
        String link = link();
        READ_SIDE.timePasses(parcel, Duration.ofDays(30));

        triesLink(parcel, link).isProblem(403, "not_recognised");
    }

    @Test
    void aLinkDoesNotOpenWhatIsNotThere() {
        TrackingNumber gone = anyNumber();
        READ_SIDE.listed(merchant, gone, 5, "");

        triesLink(gone, (String) makesLink(gone, "").member("link")).isProblem(403, "not_recognised");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[\"97000\"]",
                "{}",
                "{\"postcode\":97000}",
                "{\"postcode\":\" - \"}",
                "{\"postcode\":\"97000\",\"link\":\"x\"}"
            })
    void whatIsNeitherPostcodeNorLinkIsExplained(String body) {
        assertThat((String)
                        tries(parcel, body).isProblem(400, "malformed_factor").member("detail"))
                .contains("{\"postcode\": ");
        tries(unknown, body).isProblem(400, "malformed_factor");
    }

    @Test
    void aMistypedNumberIsToldTheDigitItShouldHave() {
        customer.posts("/v1/tracking/PQ473124821MX/details", "{}").isProblem(400, "wrong_check_digit");
    }

    @Test
    void everythingIsFoundByPrimaryKeys() {
        triesWrongly(parcel, 1);

        String number = parcel.value();
        assertThat(READ_SIDE.accessTypes(
                        AccessAttempts.STANDING, Map.of("link", new byte[32], "number", number, "source", "127.0.0.1")))
                .doesNotContain("ALL", "index");
        assertThat(READ_SIDE.accessTypes(RecipientAccess.DETAILS, Map.of("number", number)))
                .doesNotContain("ALL", "index");
        assertThat(READ_SIDE.accessTypes(Links.OWNED, Map.of("days", 1, "number", number, "merchant", merchant)))
                .doesNotContain("ALL", "index");
    }
}

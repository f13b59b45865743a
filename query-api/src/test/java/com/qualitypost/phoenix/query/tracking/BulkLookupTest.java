package com.qualitypost.phoenix.query.tracking;

import static com.qualitypost.phoenix.query.ReadModelFixture.body;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The answers to a merchant who asks for many parcels at once. */
class BulkLookupTest extends RunningApi {
    private static final String UNKNOWN = TrackingNumber.ours(99_999_999).value();
    private static final String MISTYPED = "PQ473124821MX";

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        describe(TestServers.mysql(), settings);
    }

    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }

    @Test
    void everyNumberIsAnsweredOnItsOwnInTheOrderAsked() {
        given(7);

        Seen answer = asks("application/x-ndjson", UNKNOWN, parcel.value(), MISTYPED, "a \\\"b\\\"", "RB123456786US");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines())
                .containsExactly(
                        "{\"number\":\"" + UNKNOWN + "\",\"result\":\"not_found\",\"code\":\"unknown_number\"}",
                        "{\"number\":\"" + parcel + "\",\"result\":\"found\",\"revision\":7,\"tracking\":"
                                + body(parcel, "En camino") + "}",
                        "{\"number\":\"" + MISTYPED
                                + "\",\"result\":\"invalid\",\"code\":\"wrong_check_digit\",\"expected_check_digit\":9}",
                        "{\"number\":\"a \\\"b\\\"\",\"result\":\"invalid\",\"code\":\"malformed_number\"}",
                        "{\"number\":\"RB123456786US\",\"result\":\"not_found\",\"code\":\"unknown_number\",\"expected_check_digit\":5}");
    }

    @Test
    void aNumberIsReadAsEverywhereElseAndAnsweredAsItWasWritten() {
        given(1);

        Seen answer = asks("application/json", "\u2007" + parcel + "\u00a0", "]C1" + parcel, "--------");

        assertThat(answer.member("items[0].tracking.tracking_number")).isEqualTo(parcel.value());
        assertThat(answer.member("items[0].number")).isEqualTo("\u2007" + parcel + "\u00a0");
        assertThat(answer.member("items[1].tracking.tracking_number")).isEqualTo(parcel.value());
        assertThat(answer.member("items[2].code")).isEqualTo("malformed_number");
    }

    @Test
    void whoDoesNotAskForLinesGetsOneDocument() {
        given(1);

        Seen answer = asks("application/json", parcel.value(), UNKNOWN);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.member("items[0].tracking.tracking_number")).isEqualTo(parcel.value());
        assertThat(answer.member("items[1].result")).isEqualTo("not_found");
    }

    @Test
    void theAnswersAreInTheCallersLanguageAndSayHowFreshTheyAre() {
        given(1);

        Seen answer = customer.posts("/v1/tracking:lookup", numbers(parcel.value()), "Accept-Language", "en");

        assertThat(answer.member("items[0].tracking.status_text")).isEqualTo("In transit");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Language, Accept");
        assertThat(answer.servedBy()).isEqualTo("reader");
        assertThat(Long.parseLong(answer.header("Phoenix-Lag-Ms"))).isBetween(LAG.toMillis(), 5_000L);
    }

    @Test
    void aParcelOfWhichNothingWasHeardForLongIsStale() {
        readSide.parcel(parcel, 1, Duration.ofMillis(-1));
        replicated();

        assertThat(asks("application/json", parcel.value()).member("items[0].tracking.stale"))
                .isEqualTo(true);
    }

    @Test
    void aThousandAreAnsweredInOneCallAlsoTheSameOneTwice() {
        given(1);
        String[] asked = Stream.concat(
                        Stream.of(parcel.value()),
                        Stream.concat(IntStream.range(0, 998).mapToObj(i -> UNKNOWN), Stream.of(" " + parcel.value())))
                .toArray(String[]::new);

        Seen answer = asks("application/x-ndjson", asked);

        List<String> results = answer.body()
                .lines()
                .<String>map(line -> JsonPath.read(line, "$.result"))
                .toList();
        assertThat(results).hasSize(1_000).startsWith("found", "not_found").endsWith("not_found", "found");
    }

    @Test
    void largeAnswersAreHeldInSmallParts() {
        List<TrackingNumber> large = IntStream.range(0, 8)
                .mapToObj(i -> TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000)))
                .toList();
        large.forEach(number -> {
            String answer = body(number, "x".repeat(400_000));
            readSide.answers(number, 1, Duration.ofDays(1), answer, answer);
        });
        replicated();

        Seen answer = asks(
                "application/x-ndjson",
                Stream.concat(large.stream().map(TrackingNumber::value), Stream.of(UNKNOWN))
                        .toArray(String[]::new));

        assertThat(answer.body().lines().<String>map(line -> JsonPath.read(line, "$.number")))
                .containsExactlyElementsOf(Stream.concat(large.stream().map(TrackingNumber::value), Stream.of(UNKNOWN))
                        .toList());
        assertThat(answer.body().lines().<String>map(line -> JsonPath.read(line, "$.result")))
                .endsWith("found", "not_found")
                .hasSize(9);
        assertThat(answer.body()).hasSizeGreaterThan(8 * 400_000);
    }

    @Test
    void aTestKeyMayNotMixLiveNumbersIn() {
        Seen answer = customer.posts(
                "/v1/tracking:lookup", numbers(UNKNOWN, parcel.value()), "Authorization", "Bearer pk_test_x");

        assertThat(answer.isProblem(403, "test_key").body()).contains(parcel + " is a live number");
        assertThat(customer.posts("/v1/tracking:lookup", numbers(UNKNOWN), "Authorization", "Bearer pk_test_x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerOfMoreThanAMegabyteHidesNoOther() {
        TrackingNumber other = TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
        String large = body(parcel, "x".repeat(1_100_000));
        readSide.answers(parcel, 1, Duration.ofDays(1), large, large);
        readSide.parcel(other, 1);
        replicated();

        for (String[] order :
                List.of(new String[] {parcel.value(), other.value()}, new String[] {other.value(), parcel.value()})) {
            Seen answer = asks("application/json", order);

            assertThat(answer.member("items[0].result")).isEqualTo("found");
            assertThat(answer.member("items[1].result")).isEqualTo("found");
        }
    }

    @Test
    void moreThanAThousandAreTooMany() {
        Seen answer =
                asks("application/json", Collections.nCopies(1_001, UNKNOWN).toArray(String[]::new));

        answer.isProblem(413, "too_many_numbers");
        assertThat((String) answer.member("detail")).contains("1000", "1001");
    }

    @Test
    void aBodyOfTheMostBytesIsTakenAndOneMoreIsNot() {
        customer.posts("/v1/tracking:lookup", "[]" + " ".repeat(262_142)).isProblem(400, "malformed_numbers");
        customer.posts("/v1/tracking:lookup", "[]" + " ".repeat(262_143)).isProblem(413, "body_too_large");
        customer.posts("/v1/tracking:lookup", numbers("X".repeat(300_000))).isProblem(413, "body_too_large");
    }

    @Test
    void noNumbersAreRefused() {
        asks("application/json").isProblem(400, "no_numbers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"numbers\":3}",
                "{\"numbers\":[3]}",
                "{\"numbers\":[null]}",
                "{\"numbers\":[\"PQ473124829MX\"],\"numbers\":[]}"
            })
    void whatIsNoListOfNumbersIsExplained(String body) {
        Seen answer = customer.posts("/v1/tracking:lookup", body).isProblem(400, "malformed_numbers");

        assertThat((String) answer.member("detail")).contains("{\"numbers\": [");
    }

    @Test
    void manyAreFoundByTheirPrimaryKeys() {
        given(1);

        assertThat(readSide.accessTypes(BulkQueries.BY_NUMBERS, Collections.nCopies(BulkQueries.LIMIT, parcel.value())))
                .doesNotContain("ALL", "index");
    }

    private Seen asks(String type, String... entered) {
        return customer.posts("/v1/tracking:lookup", numbers(entered), "Accept", type);
    }

    private static String numbers(String... entered) {
        return Stream.of(entered).map(number -> '"' + number + '"').collect(joining(",", "{\"numbers\":[", "]}"));
    }
}

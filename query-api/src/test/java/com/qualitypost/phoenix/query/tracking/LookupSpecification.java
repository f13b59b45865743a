package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.ReadModelFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers to a customer who asks where a parcel is. */
abstract class LookupSpecification extends RunningApi {
    @Test
    void theStoredBytesAreTheAnswerInSpanish() {
        given(7);

        Seen answer = customer.asksFor(parcel);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ReadModelFixture.body(parcel, "En camino"));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Language")).isEqualTo("es");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=5, public, stale-if-error=600");
        assertThat(answer.header("Phoenix-Revision")).isEqualTo("7");
        assertThat(answer.servedBy()).isEqualTo("reader");
    }

    @Test
    void whatPastingAndScanningAddToANumberIsForgiven() {
        given(7);

        for (String written : new String[] {"\u00a0" + parcel + "\u202f", "\ufeff" + parcel, "]C1" + parcel}) {
            assertThat(customer.gets("/v1/tracking/" + written).member("tracking_number"))
                    .as(written)
                    .isEqualTo(parcel.value());
        }
    }

    @Test
    void aTestKeyThatAsksForALiveNumberIsToldExactlyThat() {
        given(1);

        Seen answer = customer.gets(path(), "Authorization", "Bearer pk_test_x").isProblem(403, "test_key");

        assertThat((String) answer.member("detail"))
                .contains(parcel + " is a live number and this is a test key", "PQ99");
        assertThat(customer.gets(path(), "Authorization", "Bearer sk_live_x").status())
                .isEqualTo(200);
        customer.gets("/v1/tracking/PQ990000173MX", "Authorization", "Bearer pk_test_x")
                .isProblem(404, "unknown_number");
    }

    /** A parameter that changes nothing makes Spring MVC answer, which is passed by otherwise. */
    @ParameterizedTest
    @CsvSource({
        "known, Accept, text/html",
        "known, Accept-Language, en",
        "known, Authorization, Bearer pk_test_x",
        "known, Authorization, Bearer sk_live_x",
        "known, Origin, http://127.0.0.1:1",
        "known, If-None-Match, *",
        "known, Range, bytes=0-1",
        "PQ473124829MX, Accept, text/html",
        "RB123456786US, Accept, application/xml",
        "PQ473124821MX, Accept, */*",
        "short, Accept, */*",
        "PQ473124829MX;x=1, Accept, */*",
    })
    void aPlainLookupIsAnsweredLikeAnyOther(String number, String header, String value) {
        given(7);
        String address = "/v1/tracking/" + (number.equals("known") ? parcel : number);

        Seen plain = customer.gets(address, header, value);
        Seen other = customer.gets(address + "?wait=1s", header, value);

        assertThat(plain.status()).isEqualTo(other.status());
        assertThat(plain.said()).isEqualTo(other.said());
        assertThat(lasting(plain)).isEqualTo(lasting(other));
    }

    private static Map<String, List<String>> lasting(Seen answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.keySet()
                .removeAll(Set.of("date", "phoenix-trace-id", "phoenix-lag-ms", "content-length", "transfer-encoding"));
        return headers;
    }

    @Test
    void englishIsForWhoAsksForIt() {
        given(1);

        assertThat(language("en-GB,en;q=0.9,es;q=0.8")).isEqualTo("en");
        assertThat(language("fr, en;q=0.5")).isEqualTo("en");
        assertThat(language("es-MX")).isEqualTo("es");
        assertThat(language("fr")).isEqualTo("es");
        assertThat(language("*")).isEqualTo("es");
        assertThat(language("en;q=0")).isEqualTo("es");
        assertThat(language("xx;;;")).isEqualTo("es");
        assertThat(customer.gets(path(), "Accept-Language", "en").body())
                .isEqualTo(ReadModelFixture.body(parcel, "In transit"));
    }

    @Test
    void theAnswerSaysHowFreshItIs() {
        given(1);

        Seen answer = customer.asksFor(parcel);

        assertThat(answer.header("Phoenix-As-Of")).matches("....-..-..T..:..:..\\....Z");
        assertThat(Instant.parse(answer.header("Phoenix-As-Of"))).isBefore(Instant.now());
        assertThat(Long.parseLong(answer.header("Phoenix-Lag-Ms"))).isBetween(LAG.toMillis(), 5_000L);
    }

    @Test
    void theLagIsNeverNegative() {
        given(1);
        readSide.asOf(Duration.ofMinutes(-1));
        replicated();

        assertThat(customer.asksFor(parcel).header("Phoenix-Lag-Ms")).isEqualTo("0");
    }

    @Test
    void whoHasTheAnswerAlreadyGetsNoBody() {
        given(1);
        String tag = customer.asksFor(parcel).header("ETag");

        for (String known : new String[] {"*", tag, "W/" + tag, "\"other\", " + tag}) {
            Seen answer = customer.gets(path(), "If-None-Match", known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.header("Vary")).isEqualTo("Accept-Language");
            assertThat(answer.servedBy()).isEqualTo("reader");
        }
        assertThat(customer.gets(path(), "If-None-Match", tag, "Accept-Language", "en")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aParcelOfWhichNothingWasHeardForLongIsStale() {
        given(1);
        String tag = customer.asksFor(parcel).header("ETag");
        readSide.parcel(parcel, 1, Duration.ofMillis(-1));
        replicated();

        Seen answer = customer.gets(path(), "If-None-Match", tag);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(ReadModelFixture.body(parcel, "En camino").replace("false", "true"));
        assertThat(answer.header("ETag")).isEqualTo(tag.replaceAll("\"$", "-stale\""));
    }

    @Test
    void aNumberMayBeEnteredAsPeopleDo() {
        given(1);

        assertThat(customer.gets("/v1/tracking/ " + parcel.value().toLowerCase(Locale.ROOT) + " ")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownNumberIsExplained() {
        Seen answer = customer.asksFor(parcel).isProblem(404, "unknown_number");

        assertThat((String) answer.member("detail")).contains(parcel.value(), "Check the number", "within seconds");
        assertThat(answer.servedBy()).isEqualTo("reader");
        assertThat(answer.header("Phoenix-As-Of")).isNotEmpty();
    }

    @Test
    void anUnknownForeignNumberThatIsMistypedIsToldSo() {
        Seen mistyped = customer.gets("/v1/tracking/RB123456786US").isProblem(404, "unknown_number");
        Seen nowhere = customer.gets("/v1/tracking/RB123456785XX").isProblem(404, "unknown_number");

        assertThat((String) mistyped.member("detail")).contains("RB123456786US", "5 was expected", "mistyped");
        assertThat((Integer) mistyped.member("expected_check_digit")).isEqualTo(5);
        assertThat((String) nowhere.member("detail")).contains("XX is not one");
    }

    private String language(String accepted) {
        return customer.gets(path(), "Accept-Language", accepted).header("Content-Language");
    }

    private String path() {
        return "/v1/tracking/" + parcel;
    }
}

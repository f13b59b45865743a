package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The application starts without its databases and says what is wrong with a request before it asks them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class WithoutDatabasesTest {
    private static final Ports NOBODY = Ports.free();

    private final Customer customer;
    private final Customer operator;
    private final int port;

    @Autowired
    WithoutDatabasesTest(RestTestClient client, ApplicationContext application, @LocalServerPort int port) {
        customer = new Customer(client);
        operator = Operators.of(application);
        this.port = port;
    }

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        Operators.letIn(settings);
        settings.add("phoenix.database.reader", () -> "127.0.0.1:" + NOBODY.mysqlReader());
        settings.add("phoenix.database.writer", () -> "127.0.0.1:" + NOBODY.mysqlWriter());
        settings.add("phoenix.database.password", () -> "any");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tracking/short, malformed_number",
        "/v1/tracking/--------, malformed_number",
        "/v1/tracking/PQ473124829MX?after=scan-1, malformed_scan_id",
        "/v1/tracking/PQ473124829MX?after=1-1-1-1-1, malformed_scan_id",
        "/v1/tracking/PQ473124829MX?wait=9223372036854775807d, malformed_wait",
        "/v1/tracking/PQ473124829MX?min_revision=-1, malformed_min_revision",
        "/v1/tracking/PQ473124829MX?wait=11s, malformed_wait",
        "/v1/tracking/PQ473124829MX?wait=-1s, malformed_wait",
        "/v1/tracking/PQ473124829MX?wait=soon, malformed_wait",
        "/v1/tracking/PQ473124829MX?wait=11, malformed_wait",
    })
    void whatCannotBeReadIsRefusedWithAWordOnHowToWriteIt(String uri, String code) {
        customer.gets(uri).isProblem(400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tracking/PQ473124829MX?min_revison=5, min_revison, 'after, min_revision, wait'",
        "/v1/tracking/PQ473124829MX?after=0198f3c2-7a10-7cc3-98c4-dc0c0c07398f&%77ai=2s, wai, 'after, min_revision, wait'",
        "/v1/tracking/PQ473124829MX/live?wait=2s, wait, none",
        "/v1/openapi.yaml?version=1, version, none",
        "/ops/facts?outcom=LATE, outcom, 'depot, device, from, lang, outcome, page, until'",
        "/ops/shipments?q=PQ473124829MX&page=2, page, 'lang, q'",
        "/ops?refresh, refresh, lang",
    })
    void whatIsMistypedIsNotAsIfItWereNotThere(String uri, String name, String known) {
        Seen answer = (uri.startsWith("/ops") ? operator : customer)
                .gets(URI.create(uri), "en")
                .isProblem(400, "unknown_parameter");

        assertThat(answer.member("parameter")).isEqualTo(name);
        assertThat(answer.member("detail")).isEqualTo("'%s' is unknown here. Known: %s.".formatted(name, known));
    }

    @Test
    void whatIsPostedMayBeMistypedToo() {
        for (String uri : List.of(
                "/v1/tracking:lookup?lang=en",
                "/v1/tracking/PQ473124829MX/details?postcode=97000",
                "/v1/shipments/PQ473124829MX/links?day=7")) {
            customer.posts(uri, "{}").isProblem(400, "unknown_parameter");
        }
    }

    @Test
    void whatIsSaidTwiceIsNotSaid() {
        Seen answer =
                customer.gets("/v1/tracking/PQ473124829MX?wait=1s&wait=2s").isProblem(400, "malformed_parameter");

        assertThat(answer.member("parameter")).isEqualTo("wait");
    }

    @Test
    void aPageIsShownWhateverALinkToItCarries() {
        assertThat(customer.gets("/t/PQ473124829MX?utm_source=mail", "Accept", "text/html")
                        .status())
                .isEqualTo(503);
        assertThat(customer.gets("/?fbclid=x", "Accept", "text/html").status()).isEqualTo(200);
    }

    @Test
    void aMistypedNumberIsToldTheDigitItShouldHave() {
        Seen answer = customer.gets("/v1/tracking/pq473124821mx").isProblem(400, "wrong_check_digit");

        assertThat(answer.member("expected_check_digit")).isEqualTo(9);
        assertThat((String) answer.member("detail")).contains("PQ473124821MX", "should be 9");
    }

    @Test
    void aLookupSaysWhenToTryAgain() {
        Seen answer = customer.asksFor(TrackingNumber.ours(1)).isProblem(503, "database_unavailable");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void detailsAreNotShownWhereNoTriesAreCounted() {
        customer.posts("/v1/tracking/PQ473124829MX/details", "{\"postcode\":\"97000\"}")
                .isProblem(503, "database_unavailable");
    }

    @Test
    void unknownPathsAndWrongMethodsAreProblemsToo() {
        customer.gets("/v1/nothing").isProblem(404, "not_found");
        customer.deletes("/v1/tracking/PQ473124829MX").isProblem(405, "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%00", "%2F", "<b>"})
    void anAddressThatTomcatRefusesIsAProblemToo(String number) throws IOException {
        String answer = gets("/v1/tracking/" + number);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "\"code\":\"bad_request\"", "with percent signs")
                .doesNotContain("<html");
    }

    @Test
    void whatNoAddressTakesIsAProblemToo() throws IOException {
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("\"code\":\"method_not_allowed\"");
        customer.gets("/error").isProblem(404, "not_found");
        customer.gets("/problems/nope").isProblem(404, "not_found");
    }

    @Test
    void aParameterThatIsNoTextIsItsSendersMistake() throws IOException {
        for (String uri : List.of(
                "/v1/tracking/PQ473124829MX?after=%zz",
                "/v1/shipments?destination=%ED%A0%80",
                "/t/PQ473124829MX?lang=%zz",
                "/?q=%zz",
                "/ops/facts?depot=%zz",
                "/problems/not_found?a=%zz",
                "/nowhere?lang=%zz")) {
            assertThat(gets(uri))
                    .as(uri)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"bad_request\"", "percent signs");
        }
    }

    private String gets(String uri) throws IOException {
        return raw("GET " + uri + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theProcessIsReadyAllTheSame() {
        assertThat(customer.gets("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(customer.gets("/actuator/health/liveness").status()).isEqualTo(200);

        Seen health = operator.gets("/actuator/health");

        assertThat(health.status()).isEqualTo(503);
        assertThat(health.member("components.database.details.reader")).isEqualTo("away");
    }
}

package com.qualitypost.phoenix.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small application with both ports, called by hand, as attackers do. */
class TwoPortsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String AS_OPERATOR = "Authorization: Bearer " + TOKEN;

    private static ConfigurableApplicationContext application;
    private static int open;
    private static int management;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ForAll.class, ForSome.class})
    static class Application {
        @Bean
        Filter broken() {
            return (request, response, chain) -> {
                if (request.getParameter("broken") != null) {
                    throw new IllegalStateException("broken");
                }
                chain.doFilter(request, response);
            };
        }
    }

    @RestController
    static class ForAll {
        @GetMapping("/v1/parcels")
        String read() {
            return "parcels";
        }

        @PostMapping("/v1/parcels")
        String change() {
            return "changed";
        }

        @PostMapping("/v1/places")
        String place(@RequestBody Place place) {
            return place.postcode();
        }
    }

    record Place(String postcode) {}

    @RestController
    @ForOperators
    static class ForSome {
        @GetMapping("/v1/keys")
        String read() {
            return "keys";
        }

        @PostMapping("/v1/keys")
        String change() {
            return "changed";
        }

        @GetMapping("/ops/entrance")
        String entrance(@RequestParam String code) {
            return "entrance";
        }

        @PostMapping("/ops/entrance")
        String link() {
            return "link";
        }

        @PostMapping("/ops/shipments/{number}")
        String form() {
            return "sent";
        }
    }

    @BeforeAll
    static void open() {
        application = start("--phoenix.management.token=" + TOKEN);
        open = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        management = application.getBean(ManagementPort.class).port();
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.endpoints.web.exposure.include=*",
                        "management.endpoint.health.probes.enabled=true",
                        "logging.level.root=off")
                .run(settings);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/keys",
                "POST /v1/keys",
                "DELETE /v1/keys",
                "OPTIONS /v1/keys",
                "HEAD /v1/keys",
                "GET /v1/%6beys",
                "GET /v1/keys;a=b",
                "GET /ops/entrance",
                "GET /actuator",
                "GET /actuator/health",
                "GET /actuator/metrics",
                "GET /actuator/env",
                "DELETE /actuator/health",
                "OPTIONS /actuator/health",
                "POST /actuator/loggers/root",
                "GET /%61ctuator/health",
                "GET /actuator;a=b/health",
                "GET /actuator/health/liveness/",
                "GET /actuator/health/liveness;/../livenessState",
                "GET /actuator/health/%6civeness"
            })
    void atThePublicPortOperatorsAddressesDoNotExist(String request) throws IOException {
        for (String who : List.of("X: y", AS_OPERATOR)) {
            assertThat(ask(open, request, "Host: localhost", who))
                    .matches("(?s)HTTP/1.1 40[04] .*")
                    .doesNotContainIgnoringCase("\nAllow:");
        }
    }

    @Test
    void aLoadBalancerLearnsWhetherToSendCallersAndNoMore() throws IOException {
        assertThat(ask(open, "GET /actuator/health/readiness", "Host: 127.0.0.1"))
                .contains(" 200 ", "{\"status\":\"UP\"}");
        assertThat(ask(open, "GET /actuator/health/liveness", "Host: 127.0.0.1"))
                .contains(" 200 ", "{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/keys", "POST /v1/keys", "GET /actuator/health", "GET /v1/parcels", "GET /nowhere"})
    void atTheManagementPortEverybodyIsAskedForTheToken(String request) throws IOException {
        assertThat(ask(management, request, "Host: localhost"))
                .contains(" 401 ", "\nWWW-Authenticate: Bearer", "\"code\":\"operators_only\"");
        assertThat(ask(management, request, "Host: localhost", AS_OPERATOR + "0"))
                .contains(" 401 ");
        assertThat(ask(management, request, "Host: localhost", AS_OPERATOR)).doesNotContain(" 401 ");
    }

    @Test
    void anOperatorGetsAtEverything() throws IOException {
        assertThat(ask(management, "GET /v1/keys", "Host: localhost", AS_OPERATOR))
                .contains(" 200 ", "keys");
        assertThat(ask(management, "POST /v1/keys", "Host: localhost", AS_OPERATOR))
                .contains(" 200 ", "changed");
        assertThat(ask(management, "GET /actuator/metrics", "Host: localhost", AS_OPERATOR))
                .contains(" 200 ");
        assertThat(ask(management, "GET /v1/parcels", "Host: localhost", AS_OPERATOR))
                .contains(" 200 ");
    }

    @Test
    void aBrowsersPassReadsAndChangesNothing() throws IOException {
        OperatorAccess access = application.getBean(OperatorAccess.class);
        String cookie =
                "Cookie: phoenix_operator=" + access.passFor(access.newCode()).orElseThrow();

        assertThat(ask(management, "GET /v1/keys", "Host: localhost", cookie)).contains(" 200 ");
        assertThat(ask(management, "POST /v1/keys", "Host: localhost", cookie)).contains(" 401 ");
        assertThat(ask(management, "GET /v1/keys", "Host: localhost", cookie + "0"))
                .contains(" 401 ");
        assertThat(ask(open, "GET /v1/keys", "Host: localhost", cookie)).contains(" 404 ");
    }

    @Test
    void aBrowsersPassSendsFormsOfOurOwnPagesOnly() throws IOException {
        OperatorAccess access = application.getBean(OperatorAccess.class);
        String cookie =
                "Cookie: phoenix_operator=" + access.passFor(access.newCode()).orElseThrow();
        String host = "Host: localhost:" + management;
        String ours = "Origin: http://localhost:" + management;
        String form = "POST /ops/shipments/1";

        assertThat(ask(management, form, host, ours, cookie)).contains(" 200 ", "sent");
        assertThat(ask(management, form, host, ours)).contains(" 401 ");
        assertThat(ask(management, form, host, ours, cookie + "0")).contains(" 401 ");
        assertThat(ask(management, form, host, cookie)).as("no page is named").contains(" 401 ");
        assertThat(ask(management, form, host, "Origin: http://localhost:3000", cookie))
                .as("of another program")
                .contains(" 403 ");
        for (String other : List.of(
                "POST /v1/keys",
                "POST /ops/entrance",
                "POST /ops/shipments/../entrance",
                "POST /ops/shipments/..;/entrance",
                "POST /ops/shipments/%2e%2e/entrance",
                "DELETE /ops/shipments/1")) {
            assertThat(ask(management, other, host, ours, cookie)).as(other).doesNotContain("link", "changed", " 200 ");
        }
    }

    @Test
    void onlyWhoFollowsALinkComesToTheEntranceWithoutAToken() throws IOException {
        assertThat(ask(management, "GET /ops/entrance?code=x", "Host: localhost"))
                .contains(" 200 ");
        assertThat(ask(management, "HEAD /ops/entrance?code=x", "Host: localhost"))
                .contains(" 401 ");
        assertThat(ask(management, "GET /ops/entrance/../entrance", "Host: localhost"))
                .contains(" 401 ");
    }

    @Test
    void aPageThatLeadsItsNameToUsGetsNothing() throws IOException {
        for (int port : new int[] {open, management}) {
            for (String request : List.of("GET /v1/parcels", "GET /actuator/health/liveness", "POST /v1/parcels")) {
                assertThat(ask(port, request, "Host: evil.example:" + port, AS_OPERATOR))
                        .contains(" 421 ", "\"code\":\"unknown_host\"")
                        .doesNotContain("UP");
            }
        }
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() throws IOException {
        for (int port : new int[] {open, management}) {
            String ours = "Host: localhost:" + port;
            assertThat(ask(port, "POST /v1/parcels", ours, AS_OPERATOR, "Origin: https://evil.example"))
                    .contains(" 403 ", "\"code\":\"foreign_origin\"");
            assertThat(ask(port, "POST /v1/parcels", ours, AS_OPERATOR, "Origin: null"))
                    .contains(" 403 ");
            assertThat(ask(port, "POST /v1/parcels", ours, AS_OPERATOR, "Origin: http://localhost:" + port))
                    .contains(" 200 ");
            assertThat(ask(port, "GET /v1/parcels", ours, AS_OPERATOR, "Origin: https://evil.example"))
                    .contains(" 200 ");
        }
    }

    @Test
    void whatDoesNotSayWhomItMeansIsNoBrowser() throws IOException {
        assertThat(send(open, "GET /v1/parcels HTTP/1.0\r\n\r\n")).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/parcels",
                "/nowhere",
                "/v1/parcels?broken=1",
                "/%zz",
                "/actuator/health",
                "/v1/parcels\u0001"
            })
    void noAnswerIsTakenForSomethingElse(String address) throws IOException {
        for (int port : new int[] {open, management}) {
            assertThat(ask(port, "GET " + address, "Host: localhost"))
                    .containsIgnoringCase("\nX-Content-Type-Options: nosniff")
                    .containsPattern("\nPhoenix-Trace-Id: [0-9a-f]{32}");
        }
        assertThat(ask(open, "GET " + address, "Host: evil.example"))
                .containsIgnoringCase("\nX-Content-Type-Options: nosniff");
        assertThat(ask(open, "GET " + address)).containsIgnoringCase("\nX-Content-Type-Options: nosniff");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /%zz HTTP/1.1                  | 400 | bad_request
            GET /nowhere HTTP/1.1              | 404 | not_found
            GET /error HTTP/1.1                | 404 | not_found
            GET /v1/parcels HTTP/7             | 505 | bad_request
            TRACE /v1/parcels HTTP/1.1         | 405 | method_not_allowed
            GET /v1/parcels?broken=1 HTTP/1.1  | 500 | internal_server_error""")
    void whatSpringNeverSeesIsAnsweredWithAProblemToo(String head, int status, String code) throws IOException {
        for (int port : new int[] {open, management}) {
            assertThat(send(port, head + "\r\nHost: localhost\r\nConnection: close\r\n" + AS_OPERATOR + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status)
                    .contains("Content-Type: application/problem+json", "\"code\":\"" + code + "\"")
                    .containsPattern("\"trace_id\":\"[0-9a-f]{32}\"")
                    .doesNotContain("java", "Exception", "<html");
        }
    }

    @Test
    void aRequestHasTheNameThatItsCallerGaveIt() throws IOException {
        assertThat(named("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .contains("\nPhoenix-Trace-Id: 4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(named("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later"))
                .contains("\nPhoenix-Trace-Id: 4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473X-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "-"
            })
    void aNameThatIsNoneIsReplaced(String traceparent) throws IOException {
        assertThat(named(traceparent))
                .containsPattern("\nPhoenix-Trace-Id: [0-9a-f]{32}")
                .doesNotContain("4bf92f3577b34da6", "0".repeat(32));
    }

    private static String named(String traceparent) throws IOException {
        return ask(open, "GET /v1/parcels", "Host: localhost", "traceparent: " + traceparent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"postcode\": 6700}",
                "{\"postcode\": 6700.0}",
                "{\"postcode\": true}",
                "{\"postcode\": \"06700\", \"postcode\": \"06700\"}"
            })
    void whatIsNotSaidClearlyIsNotGuessed(String json) throws IOException {
        assertThat(posted(json)).contains(" 400 ");
    }

    @Test
    void aFormInSeveralPartsIsNoMistakeOfOurs() throws IOException {
        String parts = "Content-Type: multipart/form-data";
        assertThat(ask(open, "GET /v1/parcels", "Host: localhost", parts)).contains(" 200 ");
        assertThat(ask(open, "GET /v1/parcels", "Host: localhost", parts + "; boundary=x"))
                .contains(" 200 ");
        assertThat(ask(open, "POST /v1/places", "Host: localhost", parts)).contains(" 415 ");
    }

    @Test
    void aTextIsTakenAsItIs() throws IOException {
        assertThat(posted("{\"postcode\": \"06700\"}")).contains(" 200 ", "06700");
    }

    private static String posted(String json) throws IOException {
        return send(
                open,
                "POST /v1/places HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(json.length(), json));
    }

    @Test
    void nobodyHoldsAllConnectionsOfTheManagementPort() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 120; i++) {
                Socket socket = new Socket();
                held.add(socket);
                socket.bind(new InetSocketAddress("127.0.0.9", 0));
                socket.connect(new InetSocketAddress("127.0.0.1", management));
            }
            assertThat(ask(management, "GET /v1/keys", "Host: localhost", AS_OPERATOR))
                    .contains(" 200 ");
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void withoutATokenTheManagementPortStaysClosed() throws IOException {
        try (var closed = start()) {
            assertThat(closed.getBean(ManagementPort.class).port()).isZero();
            int port = Integer.parseInt(closed.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(ask(port, "GET /v1/keys", "Host: localhost", "Authorization: Bearer "))
                    .contains(" 404 ");
            assertThat(ask(port, "GET /v1/parcels", "Host: localhost")).contains(" 200 ");
        }
    }

    @Test
    void aTokenThatIsEasilyGuessedIsRefused() {
        assertThat(catchThrowable(() -> start("--phoenix.management.token=secret")))
                .hasStackTraceContaining("must have at least 32 characters");
    }

    private static String ask(int port, String request, String... headers) throws IOException {
        return send(
                port,
                "%s HTTP/1.1\r\n%s%sConnection: close\r\n\r\n"
                        .formatted(
                                request,
                                headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n",
                                request.startsWith("POST") ? "Content-Length: 0\r\n" : ""));
    }

    private static String send(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}

package com.qualitypost.phoenix.query.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What operators see, and who is not one, over real tables. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class OperationsTest {
    private static final Mysql MYSQL = TestServers.mysql();
    // Before the application starts, which would find no tables.
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());

    private final String depot = "D-" + UUID.randomUUID().toString().substring(0, 8);
    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private final String scan = UUID.randomUUID().toString();

    private Customer operator = new Customer(RestTestClient.bindToServer().build());
    private Customer stranger = operator;
    private Customer customer = operator;
    private int managementPort;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        Operators.letIn(settings);
        settings.add("phoenix.database.reader", MYSQL::reader);
        settings.add("phoenix.database.writer", MYSQL::writer);
        settings.add("phoenix.database.password", () -> MYSQL.credentials().password("query"));
    }

    @Autowired
    void connect(ApplicationContext application, RestTestClient client) {
        operator = Operators.of(application);
        stranger = Operators.stranger(application);
        customer = new Customer(client);
        managementPort = Operators.port(application);
    }

    @BeforeEach
    void aParcelIsStuckAndLate() {
        READ_SIDE.asOf(Duration.ofMillis(100));
        READ_SIDE.listed("M-1", parcel, 5, """
                , depot = '%s', last_at = UTC_TIMESTAMP(3) - INTERVAL 50 HOUR,
                late_after = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR""".formatted(depot));
        MYSQL.readerUrl("");
    }

    @Test
    void everyNumberLeadsToItsListAndEveryRowToTheParcel() {
        assertThat(sees("/ops").body())
                .contains(
                        "/ops/shipments?risk=LATE",
                        "/ops/shipments?status=IN_TRANSIT&amp;risk=LATE",
                        "/ops/shipments?depot=%s&amp;silent=48".formatted(depot))
                .doesNotContain("/ops/shipments?depot=%s&amp;silent=72".formatted(depot))
                .contains("Projections behind the tables", "Reader behind the writer")
                .doesNotContain("Away");

        assertThat(listed("/ops/shipments?status=IN_TRANSIT&risk=LATE&depot=" + depot))
                .isTrue();
        assertThat(listed("/ops/shipments?stage=ON_ITS_WAY&depot=" + depot)).isTrue();
        assertThat(listed("/ops/shipments?silent=48&depot=" + depot)).isTrue();
        assertThat(listed("/ops/shipments?silent=72&depot=" + depot)).isFalse();
        assertThat(listed("/ops/shipments?risk=AT_RISK&depot=" + depot)).isFalse();
        assertThat(listed("/ops/shipments?stage=DELIVERING&depot=" + depot)).isFalse();
    }

    @Test
    void aParcelLeadsToItsFactsAndToThePageThatCustomersSee() {
        READ_SIDE.received(parcel, scan, depot, "FLAGGED", Duration.ZERO);
        MYSQL.readerUrl("");

        assertThat(sees("/ops/shipments/" + parcel).body()).contains(scan, "H-001", "/t/" + parcel);
        assertThat(sees("/ops/shipments/" + TrackingNumber.ours(99_000_001)).body())
                .contains("None.");
    }

    @Test
    void whoAsksWhyAParcelHasItsStatusIsToldTheFactAndTheLaw() {
        READ_SIDE.received(parcel, scan, depot, "MOVED", Duration.ZERO);
        READ_SIDE.revised(scan, 1);
        READ_SIDE.quarantined(parcel, UUID.randomUUID().toString());
        MYSQL.readerUrl("");

        assertThat(sees("/ops/shipments/" + parcel).body())
                .contains("Why the status is: In transit", "With this fact the status changed.")
                .contains("The law: The fold", "-06:00", "180 s ahead", "Moved")
                .contains("In the quarantine", "/ops/quarantine?reason=" + ReadModelFixture.QUARANTINE_REASON);
    }

    @Test
    void whatIsCalledToTurnTheTextIsShownWithoutTurningIt() {
        String turned = "\u202E" + depot + "\u0007";
        READ_SIDE.received(parcel, scan, turned, "FLAGGED", Duration.ZERO);
        MYSQL.readerUrl("");

        assertThat(sees("/ops").body()).contains(">" + depot + "<").doesNotContain("\u202E", "\u0007");
        assertThat(sees("/ops/shipments/" + parcel).body())
                .contains(">" + depot + "<")
                .doesNotContain("\u202E", "\u0007");
        assertThat(sees("/ops/facts?depot=" + URLEncoder.encode(turned, UTF_8)).body())
                .contains("/ops/shipments/" + parcel)
                .doesNotContain("\u202E", "\u0007");
    }

    @Test
    void whoHasANumberInHandFindsItsFacts() {
        String dashed = parcel.value().replaceAll("(?<=.{5})(?=.{5}$)", "-");
        assertThat(operator.gets("/ops/shipments?q=  " + dashed).header("Location"))
                .endsWith("/ops/shipments/" + parcel);

        Seen mistyped = operator.gets("/ops/shipments/PQ000000015MX", "Accept-Language", "en");
        assertThat(mistyped.status()).isEqualTo(400);
        assertThat(mistyped.body()).contains("one digit is wrong", "should be ", "value=\"PQ000000015MX\"");
        Seen none = operator.gets("/ops/shipments?q=hola <b>", "Accept-Language", "en");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("does not look like", "value=\"hola &lt;b&gt;\"");
        assertThat(operator.gets("/ops/shipments/hola").status()).isEqualTo(400);
    }

    @Test
    void aDepotsHoursAreComparedWithYesterdays() {
        READ_SIDE.received(parcel, UUID.randomUUID().toString(), depot, "MOVED", Duration.ZERO);
        READ_SIDE.received(parcel, scan, depot, "MOVED", Duration.ofHours(1));
        READ_SIDE.received(parcel, UUID.randomUUID().toString(), depot, "LATE", Duration.ofHours(25));
        READ_SIDE.received(parcel, UUID.randomUUID().toString(), depot, "MOVED", Duration.ofHours(26));
        MYSQL.readerUrl("");

        Matcher hour = Pattern.compile("/ops/facts\\?depot=%s&amp;from=[^\"]*".formatted(depot))
                .matcher(sees("/ops").body());
        List<String> hours =
                hour.results().map(found -> found.group().replace("&amp;", "&")).toList();
        assertThat(hours).hasSize(5);
        assertThat(hours.stream().map(list -> sees(list).body().split("/ops/shipments/" + parcel).length - 1))
                .containsExactly(1, 1, 1, 1, 2);
        assertThat(sees("/ops").body()).contains("-50 %");
        assertThat(listed("/ops/facts?outcome=LATE&depot=" + depot)).isFalse();
    }

    @Test
    void whatCameAgainWasRefusedOrNeverCameIsListed() {
        String device = "H-" + scan;
        READ_SIDE.duplicate(parcel, scan, device);
        READ_SIDE.quarantined(parcel, scan);
        READ_SIDE.gap(device);
        READ_SIDE.received(parcel, scan, depot, "LATE", Duration.ofMinutes(1));
        MYSQL.readerUrl("");

        assertThat(sees("/ops").body())
                .contains("/ops/duplicates", "/ops/gaps", "/ops/facts?outcome=LATE")
                .contains("/ops/quarantine?reason=" + ReadModelFixture.QUARANTINE_REASON);
        assertThat(listed("/ops/duplicates")).isTrue();
        assertThat(listed("/ops/facts?outcome=LATE")).isTrue();
        assertThat(listed("/ops/quarantine?reason=" + ReadModelFixture.QUARANTINE_REASON))
                .isTrue();
        assertThat(sees("/ops/gaps").body()).contains("/ops/facts?device=" + device);
        assertThat(listed("/ops/facts?device=H-001")).isTrue();
    }

    @Test
    void aDeviceThatBeganToCountElsewhereHasLostNothing() {
        READ_SIDE.gap("H-" + scan);
        READ_SIDE.gap("to the end " + scan, 2, Long.MAX_VALUE - 1);
        READ_SIDE.gap("afar " + scan, 2, 4_999_999);
        READ_SIDE.gap("at the limit " + scan, 2, 100_001);
        MYSQL.readerUrl("");

        assertThat(sees("/ops").body()).contains("/ops/gaps").doesNotContain("4,999,998");
        assertThat(sees("/ops/gaps").body())
                .contains("H-" + scan, "at the limit " + scan)
                .doesNotContain("to the end", "afar");
    }

    @Test
    void ofWhatGrowsWithoutEndIsCountedAndShownSoMuchOnly() {
        String flood = "flood_" + scan;
        READ_SIDE.whileFlooded(20_000, flood, () -> {
            MYSQL.readerUrl("");

            String overview = sees("/ops").body();

            assertThat(overview)
                    .contains("/ops/quarantine?reason=" + flood, ">10,000+<", "Only the first 100 are shown.");
            assertThat(overview.split("<th scope=\"row\"><a ")).hasSize(Top.LENGTH + 1);
            assertThat(READ_SIDE.plan(OverviewQueries.QUARANTINE, Map.of())).contains("skip scan for deduplication");
            ListQuery refused = ListQueries.refused(flood);
            assertThat(READ_SIDE.plan(refused.sqlOfAPage(), refused.parametersOfPage(1)))
                    .doesNotContain("Sort");
        });
    }

    @Test
    void longListsHavePages() {
        String corner = depot + " é&1";
        for (int i = 0; i < 101; i++) {
            READ_SIDE.received(parcel, UUID.randomUUID().toString(), corner, "NOTED", Duration.ofMinutes(i));
        }
        MYSQL.readerUrl("");

        String first = sees(URI.create("/ops/facts?from=2000-01-01T00:00&depot=" + URLEncoder.encode(corner, UTF_8)))
                .body();
        assertThat(first).doesNotContain("rel=\"prev\"");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)").matcher(first.replace("&amp;", "&"));
        assertThat(next.find()).isTrue();
        String second = sees(URI.create(next.group(1))).body();
        assertThat(second.split("/ops/shipments/" + parcel)).hasSize(2);
        assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void aListThatGoesOnAfterItsLastPageSaysSo() {
        READ_SIDE.receivedOften(parcel, 10_001, depot);
        MYSQL.readerUrl("");

        assertThat(sees("/ops/facts?page=100&depot=" + depot).body())
                .contains("narrow it")
                .doesNotContain("rel=\"next\"");
        assertThat(sees("/ops/facts?page=99&depot=" + depot).body())
                .contains("rel=\"next\"")
                .doesNotContain("narrow it");
    }

    @Test
    void bothLanguagesAreSpoken() {
        assertThat(operator.gets("/ops", "Accept-Language", "es").body()).contains("En curso", "En tránsito");
        assertThat(sees("/ops").body()).contains("On their way", "In transit");
        Seen page = operator.gets("/ops/gaps", "Accept-Language", "es");
        assertThat(page.body()).contains("href=\"/ops/gaps?lang=en\"");
        assertThat(operator.gets("/ops/gaps?lang=en", "Accept-Language", "es").body())
                .contains("Device numbers that never arrived");
    }

    @Test
    void whatNobodyCanReadIsAProblemToAProgramAndAPageToABrowser() {
        operator.gets("/ops/shipments?status=LOST").isProblem(400, "bad_request");
        operator.gets("/ops/facts?from=yesterday").isProblem(400, "bad_request");
        operator.gets("/ops/quarantine").isProblem(400, "bad_request");

        assertThat(operator.gets("/ops/shipments?status=LOST", "Accept", "text/html")
                        .body())
                .contains("No hay ninguna página");
    }

    @Test
    void whatNoDatabaseCanCompareIsRefusedOrFindsNothingAndNobodyPaysForIt() {
        operator.gets("/ops/quarantine?reason=ñ").isProblem(400, "malformed_parameter");
        sees("/ops/facts?until=-999999999-01-01T00:00");
        sees("/ops/facts?from=%2B999999999-12-31T00:00");
        sees("/ops/shipments?silent=2147483647&ended=-2147483648");
        sees("/ops/shipments?depot=ñ🚚");
        sees("/ops/facts?device=ñ🚚");

        assertThat(operator.gets("/actuator/health").member("components.database.details.reader"))
                .asString()
                .endsWith("ms behind");
        sees("/ops");
    }

    @Test
    void atThePublicPortThereIsNothingWhateverOneSends() {
        for (String address : List.of("/ops", "/ops/shipments", "/ops/shipments/" + parcel, "/ops/entrance?code=x")) {
            customer.gets(address).isProblem(404, "not_found");
            customer.gets(address, "Authorization", "Bearer " + Operators.TOKEN).isProblem(404, "not_found");
        }
        customer.gets("/actuator/health").isProblem(404, "not_found");
        customer.gets("/actuator/metrics").isProblem(404, "not_found");
        customer.posts("/ops/entrance", "").isProblem(404, "not_found");
    }

    /** Like nginx on behalf of others: by our own name, and without saying for whom. */
    @Test
    void aPlainProxyOnThisMachineLetsNobodyIn() throws IOException {
        assertThat(asks(managementPort, "127.0.0.1")).startsWith("HTTP/1.1 401").contains("operators_only");
    }

    @Test
    void aPageThatLeadsItsNameToThisMachineGetsNothing() throws IOException {
        String token = "Authorization: Bearer " + Operators.TOKEN;

        assertThat(asks(managementPort, "phoenix.example", token)).startsWith("HTTP/1.1 421");
        assertThat(asks(managementPort, "localhost", token)).startsWith("HTTP/1.1 200");
    }

    /** By a name, which Java's own client does not let us choose. */
    private static String asks(int port, String host, String... headers) throws IOException {
        try (var browser = new Socket("127.0.0.1", port)) {
            browser.getOutputStream()
                    .write("GET /ops HTTP/1.1\r\nHost: %s:%d\r\n%sConnection: close\r\n\r\n"
                            .formatted(host, port, String.join("", headers) + (headers.length == 0 ? "" : "\r\n"))
                            .getBytes(UTF_8));
            return new String(browser.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void aBrowserGetsInByALinkThatOpensOnce() {
        String link = (String) operator.posts("/ops/entrance", "").member("link");

        Seen entered = stranger.gets(link);

        assertThat(entered.status()).isEqualTo(303);
        assertThat(entered.header("Location")).isEqualTo("/ops");
        assertThat(entered.header("Set-Cookie")).contains("; Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=43200");
        String cookie = entered.header("Set-Cookie").replaceAll(";.*", "");
        assertThat(stranger.gets("/ops", "Cookie", cookie).status()).isEqualTo(200);
        stranger.gets(link).isProblem(403, "used_link");
        stranger.posts("/ops/entrance", "", "Cookie", cookie).isProblem(401, "operators_only");
        stranger.posts("/ops/entrance", "").isProblem(401, "operators_only");
    }

    private boolean listed(String address) {
        return sees(address).body().contains("/ops/shipments/" + parcel + "\"");
    }

    private Seen sees(String address) {
        return sees(URI.create(address));
    }

    private Seen sees(URI address) {
        Seen page = operator.gets(address, "en");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }
}

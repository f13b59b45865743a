package com.qualitypost.phoenix.query.operations.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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
import tools.jackson.databind.JsonNode;

/** What operators do with a parcel in a browser: they take facts back, write notes, and are seen looking. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class DeskTest {
    private static final Mysql MYSQL = TestServers.mysql();
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());
    private static final RecordingGateway GATEWAY = new RecordingGateway();

    /** When all forms were opened. */
    private static final String AT =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private final String address = "/ops/shipments/" + parcel;
    private final String fact = UUID.randomUUID().toString();
    private final String form = address + "/correction?fact=" + fact;

    private Customer operator = new Customer(RestTestClient.bindToServer().build());
    private Customer browser = operator;
    private Customer customer = operator;
    private int port;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        Operators.letIn(settings);
        settings.add("phoenix.database.reader", MYSQL::reader);
        settings.add("phoenix.database.writer", MYSQL::writer);
        settings.add("phoenix.database.password", () -> MYSQL.credentials().password("query"));
        settings.add("phoenix.query.desk.gateway", GATEWAY::address);
    }

    @Autowired
    void connect(ApplicationContext application, RestTestClient client) {
        operator = Operators.of(application);
        browser = Operators.stranger(application);
        customer = new Customer(client);
        port = Operators.port(application);
    }

    @BeforeEach
    void aParcelIsSaidToBeDelivered() {
        READ_SIDE.asOf(Duration.ofMillis(100));
        READ_SIDE.received(parcel, fact, "D-1", "MOVED", Duration.ZERO);
        READ_SIDE.ofKind(fact, "DELIVERED");
        MYSQL.readerUrl("");
    }

    @Test
    void aCorrectionIsReportedLikeAnyScanAndSigned() {
        assertThat(sees(address)).contains("/ops/shipments/%s/correction?fact=%s".formatted(parcel, fact));
        assertThat(sees(form)).contains("DELIVERED", "With this fact the status became: In transit.");

        Seen done = sends(form, correction());

        JsonNode batch = GATEWAY.batchesOf(parcel.value()).getFirst();
        JsonNode scan = batch.at("/scans/0");
        assertThat(batch.path("device_id").asString()).isEqualTo("support-desk");
        assertThat(scan.path("kind").asString()).isEqualTo("CORRECTION");
        assertThat(scan.at("/corrects/scan_id").asString()).isEqualTo(fact);
        assertThat(scan.at("/corrects/error").asString()).isEqualTo("did_not_occur");
        assertThat(scan.path("occurred_at").asString()).endsWith("-06:00");
        assertThat(batch.toString()).as("no person's name is on the topics").doesNotContain("Ana", "door");
        String id = scan.path("scan_id").asString();
        assertThat(done.header("Location")).isEqualTo("%s?done=%s#done".formatted(address, id));
        assertThat(sees(address + "?done=" + id))
                .contains("will be among the facts in a moment", "Ana", "the wrong door", "It takes the fact " + fact)
                .contains("The correction is not among the facts.");

        READ_SIDE.accepted(parcel, id, 2);
        READ_SIDE.ofKind(id, "CORRECTION");
        MYSQL.readerUrl("");

        assertThat(sees(address + "?done=" + id))
                .contains("The correction is among the facts.", "Correction by Ana: see the notes.")
                .doesNotContain("The correction is not among the facts.");
        assertThat(sees(address + "/correction?fact=" + id))
                .contains("without it, the fact that it took back counts again");
    }

    @Test
    void aFormThatIsSentTwiceReportsOneScan() {
        String typed = correction();

        sends(form, typed);
        sends(form, typed);

        assertThat(GATEWAY.batchesOf(parcel.value()))
                .hasSize(2)
                .extracting(batch -> batch.path("scans"))
                .satisfies(scans -> assertThat(scans.get(0)).isEqualTo(scans.get(1)));
        assertThat(notes()).isOne();
    }

    @Test
    void ifTheGatewayIsAwayNothingThatWasTypedIsLost() {
        String typed = correction();
        GATEWAY.saysNext(503, "{\"code\":\"not_acknowledged\"}");

        Seen away = posts(form, typed);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body())
                .contains("The gateway did not accept the correction yet.", "role=\"alert\"")
                .contains(">the wrong door</textarea>", "value=\"Ana\"", "value=\"did_not_occur\" checked")
                .contains("value=\"%s\"".formatted(AT));
        GATEWAY.saysNext(202, "{\"results\":[{\"status\":\"retry\"}]}");
        assertThat(posts(form, typed).status()).isEqualTo(503);
        assertThat(posts(form, typed).status()).isEqualTo(303);
        assertThat(GATEWAY.batchesOf(parcel.value()))
                .extracting(batch -> batch.at("/scans/0/scan_id"))
                .hasSize(3)
                .containsOnly(GATEWAY.batchesOf(parcel.value()).getFirst().at("/scans/0/scan_id"));
        assertThat(notes()).isOne();
    }

    @Test
    void whatTheGatewayRejectsIsSaidInItsWords() {
        GATEWAY.saysNext(202, "{\"results\":[{\"status\":\"rejected\",\"detail\":\"the <b>clock</b> is wrong\"}]}");

        Seen rejected = posts(form, correction());

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.body()).contains("rejected the correction: the &lt;b&gt;clock&lt;/b&gt; is wrong");
    }

    @Test
    void whatIsMissingOrTooLongIsNamedAndNothingIsDone() {
        Seen empty = posts(form, "name=&text=+");

        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body())
                .contains("href=\"#error\"", "Say what is wrong with the fact.")
                .contains("href=\"#text\"", "Write something", "href=\"#name\"", "Give your name, with at most 64");
        Seen tooLong = posts(form, "error=incorrect_data&name=Ana&text=" + "x".repeat(1_001));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("at most 1,000 characters fit", "x".repeat(1_001));
        assertThat(posts(address, "text=&name=" + "x".repeat(65)).status()).isEqualTo(400);
        assertThat(GATEWAY.batchesOf(parcel.value())).isEmpty();
        assertThat(notes()).isZero();

        assertThat(posts(form, "error=incorrect_data&name=Ana&text=" + "x".repeat(1_000))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void onlyFactsOfThisParcelThatCountCanBeTakenBack() {
        String position = UUID.randomUUID().toString();
        READ_SIDE.accepted(parcel, position, 2);
        READ_SIDE.ofKind(position, "POSITION");
        MYSQL.readerUrl("");

        assertThat(sees(address)).doesNotContain("correction?fact=" + position);
        for (String other : List.of(position, UUID.randomUUID().toString())) {
            operator.gets(address + "/correction?fact=" + other).isProblem(404, "not_found");
            assertThat(posts(address + "/correction?fact=" + other, correction())
                            .status())
                    .isEqualTo(404);
        }
        operator.gets(address + "/correction?fact=none").isProblem(400, "bad_request");
        assertThat(GATEWAY.batchesOf(parcel.value())).isEmpty();
    }

    @Test
    void notesAreKeptAsPlainTextAndShownNewestFirst() {
        sends(address, typed("text", "Customer <b>called</b>\r\nat noon \u202E"));
        Seen kept = sends(address, typed("text", "Promised to call back"));

        assertThat(kept.header("Location")).startsWith(address + "?done=").endsWith("#notes");
        assertThat(sees(kept.header("Location").replace("#notes", ""))
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " "))
                .contains("Customer &lt;b&gt;called&lt;/b&gt; at noon")
                .containsSubsequence("Promised to call back", "Customer")
                .doesNotContain("\u202E");
    }

    @Test
    void aParcelWithTooManyNotesSaysSo() {
        READ_SIDE.notedOften(parcel, 1_000);

        Seen full = posts(address, typed("text", "one more"));

        assertThat(full.status()).isEqualTo(409);
        assertThat(full.body()).contains("as many notes as it may have", ">one more</textarea>");
        assertThat(posts(form, correction()).status()).isEqualTo(409);
        assertThat(GATEWAY.batchesOf(parcel.value())).isEmpty();
    }

    @Test
    void whoLooksIsKeptByTheNameThatTheyGave() {
        sees(address);
        Seen named = posts(address, "name=Luis+%C3%91");
        assertThat(named.header("Location")).isEqualTo(address + "#looks");
        String cookie = named.header("Set-Cookie").replaceAll(";.*", "");
        assertThat(operator.gets(address, "Accept-Language", "en", "Cookie", cookie)
                        .body())
                .contains("value=\"Luis Ñ\"");

        await().untilAsserted(() -> assertThat(READ_SIDE.count(
                        "phoenix.operator_look WHERE tracking_number = ? AND looked_by = 'Luis Ñ'", parcel.value()))
                .isOne());
        assertThat(READ_SIDE.count(
                        "phoenix.operator_look WHERE tracking_number = ? AND looked_by IS NULL", parcel.value()))
                .isOne();
        MYSQL.readerUrl("");
        assertThat(sees(address)).contains("Who looked", ">Luis Ñ<", ">Unknown<");
    }

    @Test
    void everyLawIsALinkToItsPlace() {
        assertThat(sees(address)).contains("href=\"/ops/laws#the-fold\"");

        String laws = sees("/ops/laws");

        List<String> places = new ArrayList<>();
        Pattern.compile(" id=\"([^\"]*)\"").matcher(laws).results().forEach(id -> places.add(id.group(1)));
        assertThat(places).doesNotHaveDuplicates().contains("which-clock");
        for (Law law : Law.values()) {
            assertThat(places).contains(law.anchor());
        }
        assertThat(laws)
                .contains("role=\"group\" tabindex=\"0\" aria-label=\"What leads where\"", "<th>CANCELLED</th>")
                .doesNotContain(".java\"", ".md\"")
                .contains("href=\"#which-clock\"");
        assertThat(Pattern.compile("<tr>").matcher(laws).results().count()).isGreaterThan(20);
    }

    @Test
    void theBrowsersPassSendsFormsOnlyFromOurOwnPage() {
        String link = (String) operator.posts("/ops/entrance", "").member("link");
        String pass = browser.gets(link).header("Set-Cookie").replaceAll(";.*", "");
        String ours = "http://127.0.0.1:" + port;
        String type = "application/x-www-form-urlencoded";
        String note = typed("text", "by a browser");

        assertThat(browser.posts(address, note, "Content-Type", type, "Cookie", pass, "Origin", ours)
                        .status())
                .isEqualTo(303);
        browser.posts(address, note, "Content-Type", type, "Cookie", pass).isProblem(401, "operators_only");
        browser.posts(address, note, "Content-Type", type, "Cookie", pass, "Origin", "http://127.0.0.1:3000")
                .isProblem(403, "foreign_origin");
        customer.posts(address, note, "Content-Type", type).isProblem(404, "not_found");
        customer.posts(form, note, "Content-Type", type).isProblem(404, "not_found");
        customer.gets("/ops/laws").isProblem(404, "not_found");
    }

    private static String correction() {
        return "error=did_not_occur&" + typed("text", "the wrong door");
    }

    private static String typed(String field, String value) {
        return "at=%s&name=Ana&%s=%s".formatted(AT, field, URLEncoder.encode(value, UTF_8));
    }

    private int notes() {
        return READ_SIDE.count("phoenix.operator_note WHERE tracking_number = ?", parcel.value());
    }

    private Seen sends(String to, String typed) {
        Seen done = posts(to, typed);
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(done.header("Set-Cookie")).startsWith("phoenix_operator_name=Ana;");
        return done;
    }

    private Seen posts(String to, String typed) {
        return operator.posts(to, typed, "Content-Type", "application/x-www-form-urlencoded", "Accept-Language", "en");
    }

    private String sees(String where) {
        Seen page = operator.gets(where, "Accept-Language", "en");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.body();
    }
}

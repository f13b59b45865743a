package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a merchant sees of its parcels. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class ShipmentListTest {
    private static final Mysql MYSQL = TestServers.mysql();

    // Before the application starts, which would find no tables.
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());
    private final String merchant = UUID.randomUUID().toString();
    private final String key = "sk_live_" + merchant;
    private final int serial = ThreadLocalRandom.current().nextInt(99_000_000);
    private final Customer program;

    @Autowired
    ShipmentListTest(RestTestClient client) {
        program = new Customer(client);
    }

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", MYSQL::reader);
        settings.add("phoenix.database.writer", MYSQL::writer);
        settings.add("phoenix.database.password", () -> MYSQL.credentials().password("query"));
    }

    @BeforeEach
    void theMerchantHasAKey() {
        READ_SIDE.asOf(Duration.ofMillis(100));
        READ_SIDE.key(merchant, "live", key, false);
        replicated();
    }

    @Test
    void aMerchantSeesItsOwnParcelsNewestFirst() {
        given(0, 20, "");
        given(1, 10, "");
        READ_SIDE.listed("somebody else", TrackingNumber.ours(serial + 2), 5, "");
        replicated();

        Seen list = asks("");

        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(numbers(list)).containsExactly(number(1), number(0));
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        assertThat(list.header("Phoenix-As-Of")).isNotEmpty();
        assertThat(list.body()).contains("\"action_required\":false", "\"tracking\":\"/v1/tracking/" + number(1));
    }

    @ParameterizedTest
    @CsvSource({
        "status=DELIVERED, status = 'DELIVERED'",
        "reason=carrier_damaged, reason = 'carrier_damaged'",
        "reason=weather_of_a_new_kind, reason = 'weather_of_a_new_kind'",
        "action_required=true, action_required = TRUE",
        "service=express, service = 'express'",
        "destination=Cancún, destination_city = 'Cancún'",
        "destination=cancun, destination_city = 'Cancún'",
        "stale=true, stale_after = '2020-01-01'",
        "late=true, late_after = '2020-01-01'",
        "created_to=2020-01-02T00:00:00Z, created_at = '2020-01-01'",
        "updated_to=2020-01-02T00:00:00Z, updated_at = '2020-01-01'",
    })
    void aFilterLeavesWhatFits(String filter, String columns) {
        given(0, 20, "");
        given(1, 10, ", " + columns);
        replicated();

        assertThat(numbers(asks("?" + filter))).containsExactly(number(1));
        assertThat(numbers(asks("?limit=1&" + filter))).containsExactly(number(1));
    }

    @Test
    void aParcelIsFoundByTheBeginningOfAnyOfItsReferencesOnce() {
        given(0, 20, "");
        given(1, 10, "");
        given(2, 10, "");
        READ_SIDE.references(merchant, TrackingNumber.ours(serial), Map.of("order", "A-10"));
        READ_SIDE.references(merchant, TrackingNumber.ours(serial + 1), Map.of("order", "A-12", "invoice", "A-11"));
        READ_SIDE.references(merchant, TrackingNumber.ours(serial + 2), Map.of("order", "B%_1"));
        replicated();

        Seen both = asks("?reference=A-1");

        assertThat(numbers(both)).containsExactly(number(0), number(1));
        assertThat((Object) both.member("shipments[1].references"))
                .isEqualTo(Map.of("order", "A-12", "invoice", "A-11"));
        assertThat(numbers(asks("?reference=A-11"))).containsExactly(number(1));
        assertThat(numbers(asks("?reference=A-12&status=IN_TRANSIT"))).containsExactly(number(1));
        assertThat(numbers(asks("?reference=A-12&status=DELIVERED"))).isEmpty();
        assertThat(numbers(asks("?reference=B%_"))).containsExactly(number(2));
        assertThat(numbers(asks("?reference=B_"))).isEmpty();
        assertThat(numbers(asks("?limit=1&reference=A-1&cursor="
                        + asks("?limit=1&reference=A-1").member("next"))))
                .containsExactly(number(1));
    }

    @Test
    void parcelsThatAreNeitherStaleNorLateCanBeAskedForToo() {
        given(0, 20, ", stale_after = '2020-01-01', late_after = '2020-01-01'");
        given(1, 10, ", late_after = '2999-01-01'");
        replicated();

        assertThat(numbers(asks("?stale=false&late=false"))).containsExactly(number(1));
        assertThat((List<Boolean>) JsonPath.read(asks("").body(), "$.shipments[*].late"))
                .containsExactly(false, true);
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEndedWhateverComesInBetween() {
        for (int i = 0; i < 5; i++) {
            given(i, 10, ", created_at = '2026-01-01 10:00:00.123'");
        }
        replicated();

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Seen page = asks("?limit=2" + next);
            seen.addAll(numbers(page));
            next = page.body().contains("\"next\"") ? "&cursor=" + page.member("next") : "";
            given(10 + seen.size(), 0, "");
            replicated();
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder(number(0), number(1), number(2), number(3), number(4));
    }

    @Test
    void aPageEndsBeforeItIsTooLarge() {
        for (int i = 0; i < 5; i++) {
            given(i, 10 - i, referencesOf(i == 3 ? 2 << 20 : 300 << 10));
        }
        replicated();

        Seen first = answered("");
        assertThat(numbers(first)).containsExactly(number(4));
        Seen second = answered("?cursor=" + first.member("next"));
        assertThat(numbers(second)).as("a parcel that is too large alone").containsExactly(number(3));
        Seen third = answered("?cursor=" + second.member("next"));
        assertThat(numbers(third)).containsExactly(number(2), number(1), number(0));
        assertThat(third.body()).hasSizeLessThan(1 << 20).doesNotContain("\"next\"");
    }

    /** Megabytes take longer than a list may take if the machine is busy: a program then asks again. */
    private Seen answered(String query) {
        return await().until(() -> asks(query), answer -> answer.status() == 200);
    }

    private static String referencesOf(int bytes) {
        return ", ticket_references = CONCAT('{\"order\":\"', REPEAT('x', %d), '\"}')".formatted(bytes);
    }

    @Test
    void aKeyIsNeeded() {
        Seen without = program.gets("/v1/shipments").isProblem(401, "missing_key");

        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
        program.gets("/v1/shipments", "Authorization", "Basic abc").isProblem(401, "missing_key");
    }

    @Test
    void anUnknownAndARevokedKeyAreNotToldApart() {
        String revoked = "sk_live_revoked" + merchant;
        READ_SIDE.key(merchant, "live", revoked, true);
        replicated();

        Seen gone = program.gets("/v1/shipments", "Authorization", "Bearer " + revoked);
        Seen unknown = program.gets("/v1/shipments", "Authorization", "Bearer sk_live_x");

        assertThat(gone.isProblem(401, "unknown_key").said()).isEqualTo(unknown.said());
    }

    @Test
    void aTestKeyListsTheParcelsOfTheMerchantsTestModeAndALiveKeyTheOthers() {
        TrackingNumber test =
                TrackingNumber.ours(99_000_000 + ThreadLocalRandom.current().nextInt(1_000_000));
        READ_SIDE.key(merchant, "test", "pk_test_" + merchant, false);
        READ_SIDE.listed(MerchantId.inTestMode(merchant), test, 5, "");
        given(0, 5, "");
        replicated();

        Seen tests = program.gets("/v1/shipments", "Authorization", "Bearer pk_test_" + merchant);
        Seen live = program.gets("/v1/shipments", "Authorization", "Bearer " + key);

        assertThat(tests.body()).contains(test.value()).doesNotContain(number(0));
        assertThat(live.body()).contains(number(0)).doesNotContain(test.value());
    }

    @Test
    void aKeyOfAMerchantWhoseNameNobodyCanHaveOpensNothing() {
        READ_SIDE.key(MerchantId.inTestMode(merchant), "live", "sk_live_test_" + merchant, false);
        READ_SIDE.key(merchant + " ", "live", "sk_live_blank_" + merchant, false);
        replicated();

        for (String made : new String[] {"sk_live_test_", "sk_live_blank_"}) {
            program.gets("/v1/shipments", "Authorization", "Bearer " + made + merchant)
                    .isProblem(401, "unknown_key");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, malformed_parameter",
        "limit=101, malformed_parameter",
        "limit=ten, malformed_parameter",
        "cursor=abc, malformed_cursor",
        "cursor=, malformed_parameter",
        "status=LOST, malformed_parameter",
        "status=, malformed_parameter",
        "status=DELIVERED&status=FAILED, malformed_parameter",
        "reason=damaged, malformed_parameter",
        "stale=maybe, malformed_parameter",
        "destination=+, malformed_parameter",
        "reference=, malformed_parameter",
        "created_from=yesterday, malformed_parameter",
        "created_from=2026-11-23T10:00:00+01:00, malformed_parameter",
        "updated_to=+999999999-12-31T00:00:00Z, malformed_parameter",
        "state=DELIVERED, unknown_parameter"
    })
    void whatCannotBeReadIsRefused(String query, String code) {
        asks("?" + query).isProblem(400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, PQ000000015MX, 2026-13-01 10:00:00.000",
        "CREATED, PQ000000015MX, +12345-01-01 00:00:00.000",
        "CREATED, PQ000000015MX, x",
        "CREATED, '', 2026-11-01 10:00:00.000",
        "UPDATED, PQ000000015MX, 2026-11-01 10:00:00.000",
    })
    void aCursorThatWeDidNotWriteIsRefusedBeforeTheDatabaseSeesIt(String order, String number, String value) {
        String forged = new ListCursor(ListOrder.valueOf(order), value, number).text();

        asks("?cursor=" + forged).isProblem(400, "malformed_cursor");
    }

    @Test
    void aRefusalSaysWhatIsTaken() {
        assertThat(asks("?status=LOST").body()).contains("one of CREATED, PICKED_UP, ");
        assertThat(asks("?state=LOST").body()).contains("Known: action_required, ", " cursor, ");
    }

    @Test
    void theTimesAreRfc3339() {
        given(0, 10, ", promised_until = '2026-01-01 10:00:00.120'");
        replicated();

        assertThat(Instant.parse((String) asks("").member("shipments[0].promised_until")))
                .isEqualTo("2026-01-01T10:00:00.120Z");
    }

    private void given(int which, int minutes, String columns) {
        READ_SIDE.listed(merchant, TrackingNumber.ours(serial + which), minutes, columns);
    }

    private String number(int which) {
        return TrackingNumber.ours(serial + which).value();
    }

    private Seen asks(String query) {
        return program.gets("/v1/shipments" + query, "Authorization", "Bearer " + key);
    }

    private static List<String> numbers(Seen list) {
        return JsonPath.read(list.body(), "$.shipments[*].tracking_number");
    }

    private static void replicated() {
        MYSQL.readerUrl("");
    }
}

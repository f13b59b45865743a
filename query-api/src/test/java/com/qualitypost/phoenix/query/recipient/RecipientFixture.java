package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A merchant's delivered parcel, and the whole application over real tables. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
abstract class RecipientFixture {
    /** Gives all attempts the same trace id, so that refusals can be compared byte by byte. */
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    static final String POSTCODE = "C1425 CLA";
    static final String TIMELINE = """
            [{"id":"0190b5f0-0000-7000-8000-000000000001","kind":"ARRIVED","status":"IN_TRANSIT","moved":true,
              "at":1795255200123,"offset_minutes":-360,"time_quality":"SYNCED",
              "place":{"code":"MID","name":"Centro Mérida","city":"Mérida","postcode":"C1425 DTA","country":"MX"}},
             {"id":"0190b5f0-0000-7000-8000-000000000002","kind":"DELIVERED","status":"DELIVERED","moved":true,
              "at":1795258800000,"offset_minutes":-360,"time_quality":"SYNCED",
              "place":{"name":"Calle 60 #501","city":"Mérida","country":"MX"}}]
            """;

    private static final Mysql MYSQL = TestServers.mysql();

    // Before the application starts, which would find no tables.
    static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());
    final String merchant = UUID.randomUUID().toString();
    final String key = "sk_live_" + merchant;
    final TrackingNumber parcel = anyNumber();
    final TrackingNumber unknown = anyNumber();

    Customer customer = new Customer(RestTestClient.bindToServer().build());

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", MYSQL::reader);
        settings.add("phoenix.database.writer", MYSQL::writer);
        settings.add("phoenix.database.password", () -> MYSQL.credentials().password("query"));
    }

    @Autowired
    void connect(RestTestClient client) {
        customer = new Customer(client);
    }

    @BeforeEach
    void theParcelHasComeThrough() {
        READ_SIDE.asOf(Duration.ofMillis(100));
        READ_SIDE.shipment(parcel, POSTCODE, "safe_place", TIMELINE);
        READ_SIDE.listed(merchant, parcel, 5, "");
        READ_SIDE.key(merchant, "live", key, false);
        replicated();
    }

    /** Asking for the reader's address waits until it has everything. */
    static void replicated() {
        MYSQL.readerUrl("");
    }

    Seen triesPostcode(TrackingNumber number, String postcode, String... headers) {
        return tries(number, "{\"postcode\":\"" + postcode + "\"}", headers);
    }

    Seen triesLink(TrackingNumber number, String link) {
        return tries(number, "{\"link\":\"" + link + "\"}");
    }

    Seen tries(TrackingNumber number, String body, String... headers) {
        String[] named = Arrays.copyOf(headers, headers.length + 2);
        named[headers.length] = "traceparent";
        named[headers.length + 1] = TRACEPARENT;
        return customer.posts("/v1/tracking/" + number + "/details", body, named);
    }

    void triesWrongly(TrackingNumber number, int times) {
        for (int i = 0; i < times; i++) {
            triesPostcode(number, "00000").isProblem(403, "not_recognised");
        }
    }

    Seen makesLink(TrackingNumber number, String query) {
        return customer.posts("/v1/shipments/" + number + "/links" + query, "", "Authorization", "Bearer " + key);
    }

    String link() {
        return (String) makesLink(parcel, "").member("link");
    }

    static TrackingNumber anyNumber() {
        return TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    }
}

package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.process.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The search box works without databases, and a page says that the lookup is unavailable, not that the parcel is
 * missing.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class PagesWithoutDatabasesTest {
    private static final Ports NOBODY = Ports.free();

    private final Customer customer;

    @Autowired
    PagesWithoutDatabasesTest(RestTestClient client) {
        customer = new Customer(client);
    }

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", () -> "127.0.0.1:" + NOBODY.mysqlReader());
        settings.add("phoenix.database.writer", () -> "127.0.0.1:" + NOBODY.mysqlWriter());
        settings.add("phoenix.database.password", () -> "any");
    }

    @Test
    void theSearchBoxStands() {
        assertThat(customer.gets("/").status()).isEqualTo(200);
    }

    @Test
    void aParcelCannotBeShownJustNow() {
        Seen page = customer.gets("/t/PQ473124829MX?lang=en");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.body()).contains("We cannot look up your shipment at the moment", "PQ473124829MX");
    }

    @Test
    @Needs({Need.NODE, Need.CHROMIUM})
    void thePagesStandARealBrowserEvenThen(@LocalServerPort int port) {
        Browser.tries("away.test.js", port, Map.of());
    }

    @Test
    void severalParcelsCannotBeShownEither() {
        Seen page = customer.gets("/?q=PQ473124829MX,RB123456785GB");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("PQ473124829MX", "En este momento no podemos consultar");
    }
}

package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A list that the database cannot return quickly hurts nobody but its merchant. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"phoenix.database.socket-timeout=2s", "phoenix.query.nodes.passed-over-for=30s"})
@AutoConfigureRestTestClient
class SlowListTest {
    private static final Mysql MYSQL = TestServers.mysql();

    // Before the application starts, which would find no tables.
    private static final ReadModelFixture READ_SIDE =
            new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());
    private final Customer customer;

    @Autowired
    SlowListTest(RestTestClient client) {
        customer = new Customer(client);
    }

    /** One node, because it alone can be locked. */
    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", MYSQL::writer);
        settings.add("phoenix.database.writer", MYSQL::writer);
        settings.add("phoenix.database.password", () -> MYSQL.credentials().password("query"));
    }

    @Test
    void itIsGivenUpAndTheNodeStillAnswersLookups() {
        TrackingNumber parcel = TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
        String merchant = UUID.randomUUID().toString();
        READ_SIDE.asOf(Duration.ofMinutes(-1));
        READ_SIDE.parcel(parcel, 1);
        READ_SIDE.key(merchant, "live", "sk_live_" + merchant, false);
        var connection = new SingleConnectionDataSource(
                MYSQL.writerUrl("phoenix_read"), "root", MYSQL.credentials().password("root"), true);
        var operator = new JdbcTemplate(connection);
        operator.execute("LOCK TABLES phoenix_read.merchant_shipment WRITE");
        try {
            list(merchant).isProblem(503, "list_too_slow");

            assertThat(customer.asksFor(parcel).servedBy()).isEqualTo("reader");
        } finally {
            operator.execute("UNLOCK TABLES");
            connection.destroy();
        }
        assertThat(list(merchant).servedBy()).isEqualTo("reader");
    }

    private Customer.Seen list(String merchant) {
        return customer.gets("/v1/shipments", "Authorization", "Bearer sk_live_" + merchant);
    }
}

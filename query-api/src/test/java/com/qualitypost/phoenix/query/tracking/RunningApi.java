package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole application over real tables on a writer and a reader. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
abstract class RunningApi {
    static final Duration LAG = Duration.ofMillis(300);

    final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));

    final ReadModelFixture readSide;

    Customer customer = new Customer(RestTestClient.bindToServer().build());

    RunningApi() {
        readSide = new ReadModelFixture(
                mysql().writerUrl("phoenix"), mysql().writerUrl("phoenix_read"), mysql().credentials());
    }

    abstract Mysql mysql();

    static void describe(Mysql mysql, DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", mysql::reader);
        settings.add("phoenix.database.writer", mysql::writer);
        settings.add("phoenix.database.password", () -> mysql.credentials().password("query"));
    }

    @Autowired
    void connect(RestTestClient client) {
        customer = new Customer(client);
    }

    @BeforeEach
    void theProjectionsAreFresh() {
        readSide.asOf(LAG);
        replicated();
    }

    void given(long revision) {
        readSide.parcel(parcel, revision);
        replicated();
    }

    /** Asking for the reader's address waits until it has everything. */
    void replicated() {
        mysql().readerUrl("");
    }
}

package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The pages over real tables that contain every story. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
abstract class RunningPages {
    Customer customer = new Customer(RestTestClient.bindToServer().build());

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        Operators.letIn(settings);
        var mysql = TestServers.mysql();
        settings.add("phoenix.database.reader", mysql::reader);
        settings.add("phoenix.database.writer", mysql::writer);
        settings.add("phoenix.query.desk.gateway", () -> "http://127.0.0.1:9"); // Nobody is there.
        settings.add("phoenix.database.password", () -> mysql.credentials().password("query"));
    }

    @BeforeAll
    static void tellTheStories() {
        ReadModelFixture readSide = readSide();
        readSide.asOf(Duration.ofMillis(300));
        for (Story story : Story.values()) {
            readSide.shipment(story.number, Story.POSTCODE, "neighbour", story.timeline());
            readSide.answers(story.number, 1, story.untilStale(), story.body("es"), story.body("en"));
        }
        TestServers.mysql().readerUrl(""); // Waits until the reader has everything.
    }

    static ReadModelFixture readSide() {
        var mysql = TestServers.mysql();
        return new ReadModelFixture(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
    }

    @Autowired
    void connect(RestTestClient client) {
        customer = new Customer(client);
    }

    static String page(Story story) {
        return "/t/" + story.number;
    }
}

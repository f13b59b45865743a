package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Customer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who answers when a node is killed, frozen or behind. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "phoenix.query.cache.enabled=false")
@AutoConfigureRestTestClient
class NodeFaultsTest {
    /**
     * Nobody is kept waiting until a database is back; the promise is one second, the rest allows for a busy machine.
     */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Duration OLD = Duration.ofSeconds(20);
    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(99_000_000));
    private static final TwoNodes NODES = new TwoNodes("hurt");

    private final Customer customer;
    private final Customer operator;

    @Autowired
    NodeFaultsTest(RestTestClient client, ApplicationContext application) {
        customer = new Customer(client);
        operator = Operators.of(application);
    }

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        NODES.describe(settings);
        Operators.letIn(settings);
    }

    @BeforeEach
    void allIsWell() {
        NODES.restore();
        NODES.readSide().parcel(parcel, 4);
        NODES.readSide().asOf(Duration.ofMinutes(-5)); // in the future: fresh for the length of a test
        NODES.awaitCaughtUp();
        awaitAnswerFrom("reader");
        awaitWriter();
    }

    @Test
    void theWriterAnswersForAKilledReaderAndSaysSo() {
        NODES.killReader();

        Seen answer = asks();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.servedBy()).isEqualTo("writer");
        NODES.restore();
        awaitAnswerFrom("reader");
    }

    @Test
    void theWriterAnswersForAFrozenReader() {
        NODES.freezeReader();

        assertThat(asks().servedBy()).isEqualTo("writer");
    }

    @Test
    void withoutNodesThereIsA503AtOnceAndLaterAnAnswerAgain() {
        NODES.killReader();
        NODES.killWriter();

        asks().isProblem(503, "database_unavailable");

        NODES.restore();
        await().until(() -> asks().status() == 200);
    }

    @Test
    void theWriterAnswersForAReaderThatIsFarBehind() {
        readerStandsStillAndIsOld();
        NODES.readSide().asOf(Duration.ZERO);

        Seen answer = asks();

        assertThat(answer.servedBy()).isEqualTo("writer");
        assertThat(Long.parseLong(answer.header("Phoenix-Lag-Ms"))).isLessThan(5_000);
        NODES.restore();
        awaitAnswerFrom("reader");
    }

    @Test
    void theReaderThatIsFarBehindAnswersWhenTheWriterIsAway() {
        readerStandsStillAndIsOld();
        NODES.killWriter();

        Seen answer = asks();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.servedBy()).isEqualTo("reader");
        assertThat(Long.parseLong(answer.header("Phoenix-Lag-Ms"))).isGreaterThan(OLD.toMillis() - 1);
    }

    @Test
    void theReaderGoesOnAnsweringWhenTheProjectionsStandStill() {
        NODES.readSide().asOf(OLD);
        NODES.awaitCaughtUp();

        for (int i = 0; i < 3; i++) {
            assertThat(asks().servedBy()).isEqualTo("reader");
        }
    }

    @Test
    void aRevisionThatTheReaderDoesNotHaveYetComesFromTheWriter() {
        NODES.stopReplication();
        NODES.readSide().parcel(parcel, 5);

        Seen answer = customer.asksFor(parcel, "?min_revision=5&wait=0s");

        assertThat(answer.header("Phoenix-Revision")).isEqualTo("5");
        assertThat(answer.servedBy()).isEqualTo("writer");
        assertThat(asks().header("Phoenix-Revision"))
                .as("to others, from now on")
                .isEqualTo("5");
    }

    @Test
    void whoWaitsForWhatTheReaderDoesNotGetHasItFromTheWriterLongBeforeTheWaitIsOver() {
        NODES.stopReplication();
        CompletableFuture<Seen> answer = CompletableFuture.supplyAsync(
                () -> customer.asksFor(parcel, "?min_revision=5&wait=10s"), Thread::startVirtualThread);
        NODES.readSide().parcel(parcel, 5);

        assertThat(answer)
                .succeedsWithin(SOON)
                .satisfies(seen -> assertThat(seen.header("Phoenix-Revision")).isEqualTo("5"));
    }

    private static void readerStandsStillAndIsOld() {
        NODES.readSide().asOf(OLD);
        NODES.awaitCaughtUp();
        NODES.stopReplication();
    }

    private Seen asks() {
        long start = System.nanoTime();
        Seen answer = customer.asksFor(parcel);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    /** After the previous test it may still be skipped, and lookups that the reader answers do not show that. */
    private void awaitWriter() {
        await().until(() -> !operator.gets("/actuator/health")
                .member("components.database.details.writer")
                .equals("away"));
    }

    private void awaitAnswerFrom(String node) {
        await().until(() -> asks().servedBy().equals(node));
    }
}

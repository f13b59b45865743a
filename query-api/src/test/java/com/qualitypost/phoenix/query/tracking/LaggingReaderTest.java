package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.Customer.Seen;
import com.qualitypost.phoenix.query.QueryNode;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node answers that has heard of more than its reader has, with real nodes and a real topic. */
class LaggingReaderTest {
    private static final TwoNodes NODES = new TwoNodes("lagging");

    private static Announcer announcer;
    private static QueryNode node;

    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(100_000_000));

    @BeforeAll
    static void start() throws Exception {
        announcer = new Announcer(TestServers.kafka().bootstrapServers(), TestServers.registry());
        node = start(Map.of());
    }

    @AfterAll
    static void stop() {
        node.close();
        announcer.close();
        NODES.killReader();
        NODES.killWriter();
    }

    private static QueryNode start(Map<String, Object> settings) {
        Map<String, Object> databases = new HashMap<>();
        NODES.describe((name, value) -> databases.put(name, value.get()));
        return QueryNode.start(databases, announcer.settings(), settings);
    }

    @BeforeEach
    void theReaderHasRevisionFourAndStandsStill() {
        NODES.restore();
        NODES.readSide().parcel(parcel, 4);
        NODES.readSide().asOf(Duration.ofMinutes(-5)); // in the future: fresh for the length of a test
        NODES.awaitCaughtUp();
        await().until(() -> asks("?min_revision=4&wait=0s").status() == 200);
        NODES.stopReplication();
    }

    @AfterEach
    void heal() {
        NODES.restore();
    }

    @Test
    void whatWasAnnouncedComesFromTheWriterAndThenFromTheCache() throws Exception {
        NODES.readSide().parcel(parcel, 5);
        announcer.announce(parcel, new Version(1, 5));

        await().until(() -> revision(asks("")).equals("5"));
        Seen again = asks("");
        assertThat(revision(again)).isEqualTo("5");
        assertThat(again.servedBy()).isIn("writer", "cache");
    }

    @Test
    void aNodeNeverGoesBackBehindWhatItHasGiven() {
        NODES.readSide().parcel(parcel, 5);
        assertThat(revision(asks("?min_revision=5&wait=0s"))).isEqualTo("5");

        for (int i = 0; i < 5; i++) {
            assertThat(revision(asks(""))).isEqualTo("5");
        }
        assertThat(revision(node.customer().gets("/v1/tracking/" + parcel, "Accept-Language", "en")))
                .isEqualTo("5");
        NODES.killWriter();
        assertThat(revision(asks(""))).isEqualTo("5");
    }

    @Test
    void severalAtOnceAreNotBehindEither() throws Exception {
        NODES.readSide().parcel(parcel, 5);
        announcer.announce(parcel, new Version(1, 5));
        await().until(() -> revision(asks("")).equals("5"));

        Seen several = node.customer().posts("/v1/tracking:lookup", "{\"numbers\":[\"%s\"]}".formatted(parcel));

        assertThat(several.body()).contains("\"revision\":5,");
        assertThat(several.servedBy()).isEqualTo("writer");
    }

    @Test
    void aNodeThatHasJustStartedKnowsWhatWasAnnouncedBefore() throws Exception {
        NODES.readSide().parcel(parcel, 5);
        announcer.announce(parcel, new Version(1, 5));

        try (QueryNode another = start(Map.of())) {
            awaitHearing(another);
            Seen answer = another.customer().asksFor(parcel);

            assertThat(revision(answer)).isEqualTo("5");
            assertThat(answer.servedBy()).isEqualTo("writer");
        }
    }

    @Test
    void withoutTheCacheTheFloorStands() throws Exception {
        try (QueryNode plain = start(Map.of("phoenix.query.cache.enabled", false))) {
            awaitHearing(plain);
            NODES.readSide().parcel(parcel, 5);
            announcer.announce(parcel, new Version(1, 5));

            await().until(() -> revision(plain.customer().asksFor(parcel)).equals("5"));
            assertThat(plain.customer().asksFor(parcel).servedBy()).isEqualTo("writer");
        }
    }

    @Test
    void whatTheWriterNoLongerHasIsNotAnsweredByTheReader() throws Exception {
        NODES.readSide().gone(parcel);
        assertThat(asks("").status()).isEqualTo(200);
        announcer.revoke(parcel);

        await().until(() -> asks("").status() == 404);
    }

    @Test
    void aHotParcelIsAnsweredFromTheCacheForAMomentAndItsFreshnessAges() throws Exception {
        try (QueryNode patient = start(Map.of("phoenix.query.cache.current-for", "30s"))) {
            awaitHearing(patient);
            NODES.readSide().asOf(Duration.ofSeconds(1));
            NODES.restore();
            Seen first = patient.customer().asksFor(parcel);
            await().until(() -> lag(patient.customer().asksFor(parcel)) > lag(first) + 100);

            Seen later = patient.customer().asksFor(parcel);

            assertThat(later.servedBy()).isEqualTo("cache");
            assertThat(later.header("Phoenix-As-Of")).isEqualTo(first.header("Phoenix-As-Of"));
            assertThat(later.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(later.body()).isEqualTo(first.body());
            patient.customer().asksFor(parcel, "?wait=0s&min_revision=5").isProblem(409, "not_yet_visible");
        }
    }

    @Test
    void whenBothNodesAreAwayTheCacheAnswersWithItsAgeIfThatWillDo() {
        NODES.killReader();
        NODES.killWriter();

        await().until(() -> asks("").servedBy().equals("cache"));
        asks("?wait=0s&min_revision=5").isProblem(503, "database_unavailable");
        asks("?wait=0s&after=0198f3c2-7a10-7cc3-98c4-dc0c0c07398f").isProblem(503, "database_unavailable");
    }

    private static void awaitHearing(QueryNode node) {
        TrackingNumber probe = TrackingNumber.ours(ThreadLocalRandom.current().nextInt(100_000_000));
        // Whether the node is listening is checked before whether there is such a parcel.
        await().until(() ->
                node.customer().gets("/v1/tracking/" + probe + "/live").status() == 404);
    }

    private Seen asks(String query) {
        return node.customer().asksFor(parcel, query);
    }

    private static String revision(Seen seen) {
        return seen.header("Phoenix-Revision");
    }

    private static long lag(Seen seen) {
        return Long.parseLong(seen.header("Phoenix-Lag-Ms"));
    }
}

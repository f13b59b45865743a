package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.Announcer;
import com.qualitypost.phoenix.query.QueryNode;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** News reaches an open page all the way: the tables, the topic, the stream, the browser. */
@Needs({Need.NODE, Need.CHROMIUM})
class LivePageTest {
    private static final long EVERY_MS = 2_000;

    private final TrackingNumber parcel =
            TrackingNumber.ours(ThreadLocalRandom.current().nextInt(100_000_000));
    private final ReadModelFixture readSide = RunningPages.readSide();
    private long revision;

    @Test
    void newsComesWithoutAReload() throws Exception {
        var mysql = TestServers.mysql();
        readSide.asOf(Duration.ZERO);
        readSide.shipment(parcel, Story.POSTCODE, "recipient", "[]");
        try (var announcer = new Announcer(TestServers.kafka().bootstrapServers(), TestServers.registry());
                var changing = Executors.newSingleThreadScheduledExecutor()) {
            changes(announcer);
            Map<String, Object> databases = Map.of(
                    "phoenix.database.reader", mysql.reader(),
                    "phoenix.database.writer", mysql.writer(),
                    "phoenix.database.password", mysql.credentials().password("query"));
            try (QueryNode node = QueryNode.start(databases, announcer.settings())) {
                changing.scheduleWithFixedDelay(() -> changes(announcer), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);

                Browser.tries("live.test.js", node.address().getPort(), Map.of("NUMBER", parcel.value()));
            } finally {
                changing.shutdownNow();
            }
        }
    }

    private void changes(Announcer announcer) {
        revision++;
        Story story = Story.ON_ITS_WAY;
        readSide.answers(parcel, revision, Duration.ofDays(1), body(story, "es"), body(story, "en"));
        TestServers.mysql().readerUrl(""); // Waits until the reader has it.
        try {
            announcer.announce(parcel, new Version(1, revision));
        } catch (Exception e) {
            throw new IllegalStateException("The change could not be announced", e);
        }
    }

    private String body(Story story, String language) {
        return story.body(language).replace(story.number.value(), parcel.value());
    }
}

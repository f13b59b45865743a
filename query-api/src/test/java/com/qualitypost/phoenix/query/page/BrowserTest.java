package com.qualitypost.phoenix.query.page;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.query.Operators;
import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages in a real browser: {@code src/test/browser/page.test.js} contains the checks. */
@Needs({Need.NODE, Need.CHROMIUM})
class BrowserTest extends RunningPages {
    /** One that operators may want to take back. */
    private static final String FACT = UUID.randomUUID().toString();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @BeforeAll
    static void operatorsHaveMuchToLookAt() {
        ReadModelFixture readSide = readSide();
        TrackingNumber late = Story.LATE.number;
        readSide.listed("M-1", late, 5, """
                , depot = 'MEX', last_at = UTC_TIMESTAMP(3) - INTERVAL 50 HOUR, late_after = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR,
                reason = 'weather_delayed', stale_after = UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, destination_city = 'Mérida'""");
        fact(readSide, FACT, 2, "LATE", Duration.ofHours(1));
        fact(readSide, UUID.randomUUID().toString(), 1, "MOVED", Duration.ofHours(25));
        readSide.duplicate(late, UUID.randomUUID().toString(), "H-001");
        readSide.quarantined(late, UUID.randomUUID().toString());
        readSide.gap("H-" + UUID.randomUUID());
        aWeekHappened(readSide);
        TestServers.mysql().readerUrl("");
    }

    private static void fact(ReadModelFixture readSide, String scan, long revision, String outcome, Duration ago) {
        readSide.received(Story.LATE.number, scan, "MEX", outcome, ago);
        readSide.revised(scan, revision);
    }

    /** So that every chart has something to draw. */
    private static void aWeekHappened(ReadModelFixture readSide) {
        String[] depots = {"MEX", "GDL-02", "MTY", "A depot whose name is too long for a chart", "MID", "TIJ"};
        for (int hour = 0; hour < 49; hour++) {
            for (int i = 0; i < depots.length; i++) {
                int busy = (int) (900 + 800 * Math.sin((hour + 4) * Math.PI / 12));
                readSide.counted(depots[i], Duration.ofHours(hour), busy / (i + 1) + (hour * 37 + i * 11) % 90);
            }
        }
        for (int i = 0; i < 150; i++) {
            TrackingNumber number = TrackingNumber.ours(72_000_000 + i);
            readSide.listed("M-1", number, 5, """
                    , status = 'DELIVERED', status_since = UTC_TIMESTAMP(3) - INTERVAL %d HOUR,
                    promised_until = UTC_TIMESTAMP(3) - INTERVAL %s HOUR""".formatted(i, i % 9 == 0 ? "NULL" : i % 7 == 0 ? i + 3 : i - 5));
        }
        for (int i = 0; i < 60; i++) {
            readSide.listed("M-1", TrackingNumber.ours(73_000_000 + i), 5, """
                    , depot = '%s', last_at = UTC_TIMESTAMP(3) - INTERVAL %d HOUR""".formatted(
                            depots[i % depots.length], 25 + i * i / 8));
        }
    }

    @Test
    void thePagesStandARealBrowser() {
        Browser.tries(
                "page.test.js",
                port,
                Map.of(
                        "STORIES",
                        stories(),
                        "OPERATORS",
                        "http://127.0.0.1:" + Operators.port(application),
                        "PASS",
                        pass(),
                        "FACT",
                        FACT));
    }

    /** As a browser gets it in exchange for a link. */
    private String pass() {
        String link =
                (String) Operators.of(application).posts("/ops/entrance", "").member("link");
        return Operators.stranger(application).gets(link).header("Set-Cookie").replaceAll("^[^=]*=|;.*", "");
    }

    private static String stories() {
        return Stream.of(Story.values())
                .map(story -> "\"%s\":\"%s\"".formatted(story.key(), story.number))
                .collect(joining(",", "{", "}"));
    }
}

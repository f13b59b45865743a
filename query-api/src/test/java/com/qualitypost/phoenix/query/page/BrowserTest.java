package com.qualitypost.phoenix.query.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in a real browser: {@code src/test/browser/page.test.js} says what is tried there. */
class BrowserTest extends RunningPages {
    @LocalServerPort
    int port;

    @Test
    void thePagesStandARealBrowser() {
        String chromium = JavaScript.assumeBrowser();

        JavaScript.Ended ended = JavaScript.run(
                Map.of("ORIGIN", "http://127.0.0.1:" + port, "CHROMIUM", chromium, "STORIES", stories()),
                "node",
                "--test",
                "--test-reporter=spec",
                "page.test.js");

        System.out.println(ended.output());
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    private static String stories() {
        return Stream.of(Story.values())
                .map(story -> "\"%s\":\"%s\"".formatted(story.key(), story.number))
                .collect(joining(",", "{", "}"));
    }
}

package com.qualitypost.phoenix.query.page;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.query.JavaScript;
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
        JavaScript.tries("page.test.js", port, Map.of("STORIES", stories()));
    }

    private static String stories() {
        return Stream.of(Story.values())
                .map(story -> "\"%s\":\"%s\"".formatted(story.key(), story.number))
                .collect(joining(",", "{", "}"));
    }
}

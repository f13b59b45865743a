package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.Until;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A rebuild from its begin to its end, shown while it runs. */
final class Rebuilding {
    private static final Duration LIMIT = Duration.ofHours(12);

    private Rebuilding() {}

    /** Returns the last report; {@code done} names its figure of what is done, in {@code units}. */
    static JsonNode run(URI application, String done, String units, Screen screen) {
        try (Endpoint rebuild = new Endpoint(application + "/actuator/rebuild")) {
            rebuild.begin();
            Until.holds(LIMIT, () -> {
                JsonNode report = rebuild.report();
                if (report.path("total").asLong() > 0) {
                    screen.progress(String.format(
                            Locale.ROOT,
                            "  %,d of %,d %s",
                            report.path(done).asLong(),
                            report.path("total").asLong(),
                            units));
                }
                return !state(report).equals("RUNNING");
            });
            return rebuild.report();
        }
    }

    static boolean succeeded(JsonNode report) {
        return state(report).equals("DONE");
    }

    static String reason(JsonNode report) {
        return report.path("reason").asString("it was broken off");
    }

    private static String state(JsonNode report) {
        return report.path("state").asString("");
    }
}

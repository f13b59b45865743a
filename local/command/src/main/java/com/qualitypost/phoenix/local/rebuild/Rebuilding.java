package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.client.Operator;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Await;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Runs a rebuild from beginning to end and shows its progress. */
final class Rebuilding {
    private static final String REBUILD = "/actuator/rebuild";
    private static final Duration LIMIT = Duration.ofHours(12);

    private Rebuilding() {}

    /**
     * Runs it through the application's management port. Returns the last report; {@code done} names its figure of what
     * is done, in {@code units}.
     */
    static JsonNode run(URI application, String token, String done, String units, Screen screen) {
        try (Operator operator = new Operator(application, token)) {
            operator.post(REBUILD, Map.of());
            Await.holds(LIMIT, () -> {
                JsonNode report = operator.get(REBUILD);
                if (report.path("total").asLong() > 0) {
                    screen.progress(
                            "  %,d of %,d %s",
                            report.path(done).asLong(), report.path("total").asLong(), units);
                }
                return !state(report).equals("RUNNING");
            });
            return operator.get(REBUILD);
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

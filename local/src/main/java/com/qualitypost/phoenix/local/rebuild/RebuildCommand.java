package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.Part;
import com.qualitypost.phoenix.servers.Until;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix rebuild}. */
@Command(
        name = "rebuild",
        description = "Fills the customers' answers anew from the tables, while the old ones serve.",
        mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(1);

    @Override
    public Integer call() {
        Screen screen = new Screen();
        Installation here = Installation.existing();
        here.requireUp();
        try (Endpoint rebuild = new Endpoint(here.url(Part.PROJECTIONS) + "/actuator/rebuild")) {
            rebuild.begin();
            Until.holds(LIMIT, () -> {
                JsonNode report = rebuild.report();
                if (report.path("total").asLong() > 0) {
                    screen.progress("  %,d of %,d parcels"
                            .formatted(
                                    report.path("rows").asLong(),
                                    report.path("total").asLong()));
                }
                return !state(report).equals("RUNNING");
            });
            return say(rebuild.report(), screen);
        }
    }

    private static int say(JsonNode report, Screen screen) {
        if (!state(report).equals("DONE")) {
            screen.say("The rebuild failed, the old answers go on: "
                    + report.path("reason").asString("it was broken off"));
            return 1;
        }
        screen.say(String.format(
                Locale.ROOT,
                "Rebuilt %,d parcels in %.1f s; %,d answers were not as they should be.",
                report.path("rows").asLong(),
                report.path("seconds").asDouble(),
                report.path("changed").asLong()));
        return 0;
    }

    private static String state(JsonNode report) {
        return report.path("state").asString("");
    }
}

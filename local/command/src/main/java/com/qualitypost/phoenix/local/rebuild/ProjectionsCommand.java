package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix rebuild projections}. */
@Command(
        name = "projections",
        description = "Rebuilds the customers' answers from the tables, while the old ones serve.",
        mixinStandardHelpOptions = true)
final class ProjectionsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Installation here = Installation.up();
        return run(here.addresses().management(), new Screen());
    }

    static int run(Management management, Screen screen) {
        JsonNode report = Rebuilding.run(management.projections(), management.token(), "rows", "parcels", screen);
        if (!Rebuilding.succeeded(report)) {
            screen.say("The rebuild failed, the old answers stay in use: " + Rebuilding.reason(report));
            return 1;
        }
        screen.say(
                "Rebuilt %,d parcels in %.1f s; %,d answers were wrong and are corrected.",
                report.path("rows").asLong(),
                report.path("seconds").asDouble(),
                report.path("changed").asLong());
        return 0;
    }
}

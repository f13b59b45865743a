package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix rebuild tables}: the projections too, because what a swap changes is not in the binlog. */
@Command(
        name = "tables",
        description = "Rebuilds the tables from the topics, then the customers' answers, while the old ones serve.",
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Installation here = Installation.up();
        return run(here.addresses().management(), new Screen());
    }

    static int run(Management management, Screen screen) {
        JsonNode report = Rebuilding.run(management.ingest(), management.token(), "records", "records", screen);
        if (!Rebuilding.succeeded(report)) {
            screen.say("The rebuild failed, the tables are unchanged: " + Rebuilding.reason(report));
            return 1;
        }
        screen.say(
                "Rebuilt the tables from %,d records in %.1f s; now the answers.",
                report.path("records").asLong(), report.path("seconds").asDouble());
        return ProjectionsCommand.run(management, screen);
    }
}

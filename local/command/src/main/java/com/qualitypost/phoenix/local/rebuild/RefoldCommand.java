package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.Operator;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.process.Await;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix refold}. */
@Command(
        name = "refold",
        description =
                "Folds all shipments again that an older version of the rules has folded, while scans and lookups go on.",
        mixinStandardHelpOptions = true)
public final class RefoldCommand implements Callable<Integer> {
    private static final String REFOLD = "/actuator/refold";
    private static final Duration LIMIT = Duration.ofHours(1);

    @Override
    public Integer call() {
        Screen screen = new Screen();
        Installation here = Installation.up();
        Management management = here.addresses().management();
        try (Operator operator = new Operator(management.ingest(), management.token())) {
            JsonNode before = operator.get(REFOLD);
            operator.post(REFOLD, Map.of());
            boolean ended = Await.holds(LIMIT, () -> {
                JsonNode now = operator.get(REFOLD);
                screen.progress("  %,d shipments looked at".formatted(more("seen", before, now)));
                // While partitions move, those that are here may be done while others are not.
                return !now.path("running").asBoolean() && partitions(now) >= partitions(before);
            });
            JsonNode after = operator.get(REFOLD);
            screen.say(
                    ended
                            ? "Looked at %,d shipments, folded %,d again."
                            : "Not yet done after an hour: looked at %,d shipments, folded %,d again. It continues; run this again to watch it.",
                    more("seen", before, after),
                    more("refolded", before, after));
            return ended ? 0 : 1;
        }
    }

    private static int partitions(JsonNode report) {
        return report.path("partitions").asInt();
    }

    private static long more(String count, JsonNode before, JsonNode after) {
        return after.path(count).asLong() - before.path(count).asLong();
    }
}

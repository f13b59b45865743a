package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replays until there is nothing left, waits until everything is judged, and reports the result. */
final class ReplayAction {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Operators operators;
    private final Screen screen;
    private final List<String> replays = new ArrayList<>();
    private final Map<String, Long> skipped = new LinkedHashMap<>();
    private long sent;

    ReplayAction(Operators operators, Screen screen) {
        this.operators = operators;
        this.screen = screen;
    }

    /** Returns 0 if everything that was asked for is accepted. */
    int run(Map<String, Object> request) {
        Map<String, Object> rest = new LinkedHashMap<>(request);
        for (boolean more = true; more; ) {
            JsonNode answer = operators.replay(rest);
            replays.add(answer.path("replay_id").asString());
            sent += answer.path("sent").asLong();
            add(skipped, answer.path("skipped"));
            rest.put("after", answer.path("next").asString(null));
            more = answer.has("next");
        }
        Await.holds(PATIENCE, () -> outcomes().getOrDefault("waiting", 0L) == 0);
        return say(outcomes());
    }

    private int say(Map<String, Long> outcomes) {
        screen.say("replayed         %,9d".formatted(sent));
        say("accepted", outcomes.get("accepted"), "");
        say("refused again", outcomes.get("refused_again"), "look at ./phoenix quarantine list");
        say("not judged yet", outcomes.get("waiting"), "or a repetition, which changes nothing");
        say("not overridable", skipped.get("not_overridable"), "the rules never saw it: fix the cause instead");
        say("not replayable", skipped.get("not_replayable"), "the gateway rejected it: the sender has to correct it");
        say("not whole", skipped.get("not_whole"), "only its beginning is kept: the sender has to send a smaller scan");
        say("not reached", skipped.get("not_reached"), "Kafka or the database stopped answering: replay again");
        say("unknown", skipped.get("not_in_quarantine"), "not in the quarantine");
        return skipped.isEmpty() && outcomes.getOrDefault("accepted", 0L) == sent ? 0 : 1;
    }

    private void say(String what, @Nullable Long count, String why) {
        if (count != null) {
            screen.say("  %-14s %,9d   %s".formatted(what, count, why).stripTrailing());
        }
    }

    private Map<String, Long> outcomes() {
        Map<String, Long> counts = new LinkedHashMap<>();
        replays.forEach(replay -> add(counts, operators.outcomes(replay)));
        return counts;
    }

    private static void add(Map<String, Long> counts, JsonNode more) {
        more.forEachEntry((key, count) -> counts.merge(key, count.asLong(), Long::sum));
    }
}

package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix quarantine list}. */
@Command(
        name = "list",
        description = "Lists the newest records first, and counts them by reason.",
        mixinStandardHelpOptions = true)
final class ListEntriesCommand implements Runnable {
    private static final String ROW = "%-20s %-24s %-15s %-20s %-12s %s";

    @Mixin
    private FilterOptions narrowing = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "lines, 1 to 500, default: ${DEFAULT-VALUE}")
    private int limit;

    @Override
    public void run() {
        Screen screen = new Screen();
        Map<String, String> question = new LinkedHashMap<>(narrowing.filter());
        question.put("limit", Integer.toString(limit));
        Installation here = Installation.up();
        JsonNode page;
        try (Operators operators = new Operators(here.addresses().management())) {
            page = operators.list(question);
        }
        lines(page).forEach(screen::say);
    }

    static List<String> lines(JsonNode page) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("id", "refused at", "reason", "tracking number", "device", "replay"));
        page.path("entries").forEach(entry -> lines.add(row(entry)));
        lines.add("");
        page.path("by_reason").forEachEntry((reason, count) -> lines.add("%,9d  %s".formatted(count.asLong(), reason)));
        if (page.path("by_reason").isEmpty()) {
            lines.add("Nothing is quarantined.");
        }
        return lines;
    }

    private static String row(JsonNode entry) {
        JsonNode replay = entry.path("replay");
        return ROW.formatted(
                        text(entry, "id"),
                        text(entry, "refused_at"),
                        text(entry, "reason"),
                        text(entry, "tracking_number"),
                        text(entry, "device_id"),
                        replay.isMissingNode() ? "" : "%s by %s".formatted(text(replay, "outcome"), text(replay, "by")))
                .stripTrailing();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("-");
    }
}

package com.qualitypost.phoenix.local.merchant;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./phoenix merchant list}. */
@Command(name = "list", description = "Lists all keys, without their text.", mixinStandardHelpOptions = true)
final class ListKeysCommand implements Runnable {
    private static final String ROW = "%-14s %-20s %-5s %-26s %s";

    @Override
    public void run() {
        Screen screen = new Screen();
        Installation here = Installation.up();
        try (Keys keys = new Keys(here.addresses().management())) {
            lines(keys.list()).forEach(screen::say);
        }
    }

    static List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("id", "merchant", "mode", "made", "revoked"));
        answer.path("keys")
                .forEach(key -> lines.add(ROW.formatted(
                                key.path("key_id").asString(""),
                                key.path("merchant_id").asString(""),
                                key.path("mode").asString(""),
                                key.path("created_at").asString(""),
                                key.path("revoked_at").asString(""))
                        .stripTrailing()));
        return lines;
    }
}

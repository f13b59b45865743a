package com.qualitypost.phoenix.local.stack.command;

import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Health;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./phoenix status}. */
@Command(
        name = "status",
        description =
                "Shows what is running, where, in how much memory, and how far behind; exits with 1 unless all is well.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final String UP = "up";
    private static final Set<Component> LAG_IS_KNOWN_TO = EnumSet.of(Component.KAFKA, Component.WRITER);
    private static final String ROW = "%-14s %8s %7s %10s   %s";

    @Override
    public Integer call() {
        return show(Installation.existing(), new Screen());
    }

    public static int show(Installation here, Screen screen) {
        screen.say(ROW.formatted("", "pid", "port", "memory", "state"));
        Set<Component> well = EnumSet.noneOf(Component.class);
        for (Component part : Component.values()) {
            String state = state(here, part);
            if (state.equals(UP)) {
                well.add(part);
            }
            screen.say(row(here, part, state));
        }
        screen.say("");
        if (well.containsAll(LAG_IS_KNOWN_TO)) {
            sayLag(here, screen);
        } else {
            screen.say("Start Kafka and the MySQL writer to see how far behind the system is.");
        }
        if (!here.missing().isEmpty()) {
            screen.say("Start what is not running with ./phoenix up.");
        }
        return well.size() == Component.values().length ? 0 : 1;
    }

    private static String row(Installation here, Component part, String state) {
        Optional<ServerProcess> process = here.process(part);
        if (process.isEmpty()) {
            return ROW.formatted(part.folder(), "-", here.port(part), "-", state);
        }
        long pid = process.get().pid();
        String memory = Memory.residentMegabytes(pid).stream()
                .mapToObj(mb -> String.format(Locale.ROOT, "%,d MB", mb))
                .findFirst()
                .orElse("?");
        return ROW.formatted(part.folder(), pid, here.port(part), memory, state);
    }

    private static String state(Installation here, Component part) {
        if (here.process(part).isEmpty()) {
            return "not running";
        }
        if (!part.isApplication()) {
            return Ports.answers(here.port(part)) ? UP : "does not answer";
        }
        try (Health health = new Health(here.operatorToken())) {
            return health.trouble(here.managementUrl(part)).orElse(UP);
        }
    }

    private static void sayLag(Installation here, Screen screen) {
        try (Backlog drain = new Backlog(here.addresses())) {
            screen.say("scans waiting to be judged          " + drain.unjudged());
            screen.say("judged, waiting to be written       " + drain.unwritten());
            screen.say("the projections are as of           " + drain.projectedUntil());
        }
    }
}

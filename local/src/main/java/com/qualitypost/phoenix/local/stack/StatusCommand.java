package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.client.Drain;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.ServerProcess;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./phoenix status}. */
@Command(
        name = "status",
        description = "What runs, where, in how much memory, and how far behind.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    private static final String UP = "up";
    private static final String ROW = "%-14s %8s %7s %10s   %s";

    @Override
    public Integer call() {
        Screen screen = new Screen();
        Installation here = Installation.existing();
        screen.say(ROW.formatted("", "pid", "port", "memory", "state"));
        boolean allWell = true;
        try (Health health = new Health()) {
            for (Part part : Part.values()) {
                String state = state(here, part, health);
                allWell &= state.equals(UP);
                screen.say(row(here, part, state));
            }
        }
        screen.say("");
        if (allWell) {
            sayLag(here, screen);
        } else {
            screen.say("How far behind the parts are is told when all are up. ./phoenix up starts what is missing.");
        }
        return allWell ? 0 : 1;
    }

    private static String row(Installation here, Part part, String state) {
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

    private static String state(Installation here, Part part, Health health) {
        if (here.process(part).isEmpty()) {
            return "not running";
        }
        if (!part.isApplication()) {
            return Ports.answers(here.port(part)) ? UP : "does not answer";
        }
        int status = health.status(here.url(part) + Health.PATH);
        return switch (status) {
            case 200 -> UP;
            case 0 -> "does not answer";
            default -> "not well (" + status + "): " + here.url(part) + Health.PATH;
        };
    }

    private static void sayLag(Installation here, Screen screen) {
        try (Drain drain = new Drain(here.addresses())) {
            screen.say("scans waiting to be judged          " + drain.unjudged());
            screen.say("judged, waiting to be written       " + drain.unwritten());
            screen.say("the projections are as of           " + drain.projectedUntil());
        }
    }
}

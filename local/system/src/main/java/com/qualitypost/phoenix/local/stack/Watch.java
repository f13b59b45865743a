package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reports which components of a running system have ended, until none is left. */
public final class Watch {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Installation here;
    private final Screen screen;
    private final BooleanSupplier stopping;
    private List<Component> running;

    /** Watches from now on. Does not report what ends because we are stopping it ourselves. */
    public Watch(Installation here, Screen screen, BooleanSupplier stopping) {
        this.here = here;
        this.screen = screen;
        this.stopping = stopping;
        this.running = here.running();
    }

    /** Returns once nothing is running any more. */
    public void run() {
        while (!running.isEmpty() && pause()) {
            List<Component> now = here.running();
            if (stopping.getAsBoolean()) {
                return;
            }
            say(without(running, now), "ended; see its log for the reason, ./phoenix up starts it again");
            say(without(now, running), "is running again");
            running = now;
        }
        if (!stopping.getAsBoolean()) {
            screen.say("Nothing of Phoenix is running any more.");
        }
    }

    private void say(List<Component> parts, String what) {
        if (!parts.isEmpty()) {
            screen.say(parts.stream().map(Component::folder).collect(Collectors.joining(", ")) + ": " + what + ".");
        }
    }

    private static List<Component> without(List<Component> parts, List<Component> others) {
        return parts.stream().filter(Predicate.not(others::contains)).toList();
    }

    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

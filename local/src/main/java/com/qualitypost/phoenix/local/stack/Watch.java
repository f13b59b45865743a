package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.Until;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Stays with what runs, and says when something of it has ended. */
public final class Watch {
    private static final Duration LONG = Duration.ofDays(1_000);

    private final Installation here;
    private final Screen screen;
    private final Set<Part> alive;

    public Watch(Installation here, Screen screen) {
        this.here = here;
        this.screen = screen;
        this.alive = EnumSet.copyOf(here.running());
    }

    /** Returns when nothing runs any more. */
    public void untilAllHaveEnded() {
        Until.holds(LONG, () -> {
            Set<Part> ended = EnumSet.copyOf(alive);
            here.running().forEach(ended::remove);
            ended.forEach(part -> screen.say(part.folder() + " has ended; its log: " + here.folder(part)));
            alive.removeAll(ended);
            return alive.isEmpty();
        });
        screen.say("Nothing runs any more.");
    }
}

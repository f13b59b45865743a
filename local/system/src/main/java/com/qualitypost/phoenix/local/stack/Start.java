package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Lifetime;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts the system unless it is up, and prints its addresses. */
public final class Start {
    private static final String ADDRESSES = """
            Scans go to         %s/v1/scans
            Lookups             %s/v1/tracking/{number}
            Customers' page     %s/
            Operators' page     ./phoenix ops
            Schemas             %s/apis/ccompat/v7   (Confluent's API)
            Kafka               %s
            MySQL               127.0.0.1:%d (writer), 127.0.0.1:%d (reader)
            Logs                %s/*/*.log
            """;

    private final Installation here;
    private final Screen screen;

    public Start(Installation here, Screen screen) {
        this.here = here;
        this.screen = screen;
    }

    /** Starts what is not running. */
    public void run() {
        Set<Component> missing = here.missing();
        long began = System.nanoTime();
        if (missing.size() == Component.values().length) {
            screen.say(
                    "Starting Phoenix: one Kafka broker, so each record is kept once; production keeps three copies.");
        } else if (!missing.isEmpty()) {
            screen.say("Starting what is missing: "
                    + missing.stream().map(Component::folder).collect(Collectors.joining(", ")));
        }
        // Even if nothing is missing: whoever started it may have been killed before it was ready.
        new SystemStarter(here, Lifetime.DETACHED, screen).start();
        if (missing.isEmpty()) {
            screen.say("Phoenix is up already.");
            return;
        }
        screen.say("Up in %.1f s.", (System.nanoTime() - began) / 1e9);
    }

    /** Prints the list. */
    public void sayAddresses() {
        screen.sayAll(ADDRESSES.formatted(
                here.url(Component.INGEST),
                here.url(Component.QUERY),
                here.url(Component.QUERY),
                here.url(Component.REGISTRY),
                here.bootstrapServers(),
                here.ports().mysqlWriter(),
                here.ports().mysqlReader(),
                here.data()));
    }
}

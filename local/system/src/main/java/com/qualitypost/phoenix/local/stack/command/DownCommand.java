package com.qualitypost.phoenix.local.stack.command;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.Shutdown;
import com.qualitypost.phoenix.local.stack.Turn;
import com.qualitypost.phoenix.servers.process.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phoenix down}. */
@Command(name = "down", description = "Stops everything gracefully.", mixinStandardHelpOptions = true)
public final class DownCommand implements Runnable {
    @Option(names = "--wipe", description = "also removes the data; the next start begins empty")
    private boolean wipe;

    @Override
    public void run() {
        Screen screen = new Screen();
        Installation here = Installation.existing();
        try (Turn _ = Turn.take()) {
            screen.say(here.running().isEmpty() ? "Phoenix is not running here." : "Stopping Phoenix:");
            new Shutdown(here, screen).run();
            if (wipe) {
                Folders.discard(here.data());
                screen.say("Removed " + here.data() + ".");
            }
        }
    }
}

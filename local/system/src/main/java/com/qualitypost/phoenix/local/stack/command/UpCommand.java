package com.qualitypost.phoenix.local.stack.command;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.PortShift;
import com.qualitypost.phoenix.local.stack.Shutdown;
import com.qualitypost.phoenix.local.stack.Start;
import com.qualitypost.phoenix.local.stack.Turn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./phoenix up}. */
@Command(
        name = "up",
        description = "Starts Kafka, MySQL, the registry and the applications, and leaves them running.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Runnable {
    @Mixin
    private PortShift shift = new PortShift();

    @Override
    public void run() {
        Screen screen = new Screen();
        Installation here = shift.installation();
        Start start = new Start(here, screen);
        try (Turn _ = Turn.take()) {
            // Whoever started a system that is already running decides how long it runs, perhaps a demo in another
            // terminal.
            Shutdown.Guard guard = here.isNobodys()
                    ? new Shutdown(here, screen).atExit("Starting was interrupted, stopping what is running:")
                    : null;
            start.run();
            start.sayAddresses();
            if (guard != null) {
                here.disown();
                guard.release();
                screen.say("Phoenix runs on in the background: ./phoenix status, ./phoenix down.");
            }
        }
    }
}

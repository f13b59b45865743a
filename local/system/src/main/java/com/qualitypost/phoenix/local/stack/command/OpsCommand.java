package com.qualitypost.phoenix.local.stack.command;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.Operator;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ./phoenix ops}. */
@Command(
        name = "ops",
        description = "Lets a browser on this machine into the operators' pages: prints a link that works once.",
        mixinStandardHelpOptions = true)
public final class OpsCommand implements Runnable {
    @Override
    public void run() {
        Installation here = Installation.up();
        Management management = here.addresses().management();
        try (Operator operator = new Operator(management.query(), management.token())) {
            String link = operator.post("/ops/entrance", Map.of()).path("link").asString("");
            Screen screen = new Screen();
            screen.say(
                    "Open this link within five minutes. It works once, and then lets its browser in for twelve hours:");
            screen.say("  " + management.query().resolve(link));
        }
    }
}

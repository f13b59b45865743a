package com.qualitypost.phoenix.local.merchant;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phoenix merchant add}. */
@Command(
        name = "add",
        description = "Creates a key, and the merchant if it is new. The key is shown once.",
        mixinStandardHelpOptions = true)
final class AddCommand implements Runnable {
    @Parameters(paramLabel = "NAME", description = "the merchant_id of its tickets, such as M-7")
    private String merchant = "";

    @Option(names = "--test", description = "a key for the test mode")
    private boolean test;

    @Override
    public void run() {
        Screen screen = new Screen();
        Installation here = Installation.up();
        try (Keys keys = new Keys(here.addresses().management())) {
            Keys.Made made = keys.add(merchant, test);
            screen.say("The key of " + merchant + " (it is not shown again):");
            screen.say("  " + made.key());
            screen.say("Its id, to revoke it with: " + made.id());
        }
    }
}

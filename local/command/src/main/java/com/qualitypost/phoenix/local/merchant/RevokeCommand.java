package com.qualitypost.phoenix.local.merchant;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phoenix merchant revoke}. */
@Command(name = "revoke", description = "Revokes a key, which is refused from now on.", mixinStandardHelpOptions = true)
final class RevokeCommand implements Runnable {
    @Parameters(paramLabel = "KEY-ID", description = "as the list shows it")
    private String keyId = "";

    @Override
    public void run() {
        Installation here = Installation.up();
        try (Keys keys = new Keys(here.addresses().management())) {
            keys.revoke(keyId);
        }
        new Screen().say(keyId + " is revoked.");
    }
}

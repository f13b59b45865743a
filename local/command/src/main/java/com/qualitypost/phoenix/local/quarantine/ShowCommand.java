package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phoenix quarantine show}. */
@Command(name = "show", description = "Shows all that is known of one record.", mixinStandardHelpOptions = true)
final class ShowCommand implements Runnable {
    @Parameters(paramLabel = "ID", converter = RecordId.Named.class, description = "as the list shows it: scans-3-1234")
    private RecordId id = new RecordId("", "", "");

    @Override
    public void run() {
        Installation here = Installation.up();
        try (Operators operators = new Operators(here.addresses().management())) {
            new Screen().sayAll(operators.show(id).toPrettyString());
        }
    }
}

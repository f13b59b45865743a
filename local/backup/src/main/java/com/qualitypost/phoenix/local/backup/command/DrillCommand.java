package com.qualitypost.phoenix.local.backup.command;

import com.qualitypost.phoenix.local.backup.Drill;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./phoenix drill}. */
@Command(
        name = "drill",
        description = "Tests the newest backup: restores it beside the running system, rolls forward to now, and "
                + "compares every table with the running ones, and with what Kafka says was acknowledged. Exits with 1 "
                + "if they differ.",
        mixinStandardHelpOptions = true)
public final class DrillCommand implements Callable<Integer> {
    @Mixin
    private Stored stored = new Stored();

    @Override
    public Integer call() {
        return new Drill(Installation.existing(), stored.store(), new Screen()).run() ? 0 : 1;
    }
}

package com.qualitypost.phoenix.local.backup.command;

import com.qualitypost.phoenix.local.backup.PointInTime;
import com.qualitypost.phoenix.local.backup.Restore;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.process.Lifetime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./phoenix restore}. */
@Command(
        name = "restore",
        description = "Takes the database back to a point in time: stops the applications and MySQL, moves their data "
                + "aside without ever removing it, restores the newest backup before that time, and applies the binlogs "
                + "up to it. Kafka is not turned back: the tables then catch up from the topics. So this "
                + "repairs wrong tables, but not wrong topics.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Runnable {
    @Mixin
    private Stored stored = new Stored();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            required = true,
            converter = PointInTime.Reader.class,
            description = "as in 2026-11-22T18:30:00Z, or latest")
    private PointInTime to = PointInTime.LATEST;

    @Override
    public void run() {
        new Restore(Installation.existing(), stored.store(), Lifetime.DETACHED, new Screen()).to(to);
    }
}

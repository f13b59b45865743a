package com.qualitypost.phoenix.local.rebuild;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./phoenix rebuild}. */
@Command(
        name = "rebuild",
        description = "Rebuilds the customers' answers, or the tables and the answers, while lookups and scans go on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[projections | tables]",
        subcommands = {ProjectionsCommand.class, TablesCommand.class})
public final class RebuildCommand implements Callable<Integer> {
    /** Without a subcommand it rebuilds the projections. */
    @Override
    public Integer call() {
        return new ProjectionsCommand().call();
    }
}

package com.qualitypost.phoenix.local.quarantine;

import picocli.CommandLine.Command;

/** {@code ./phoenix quarantine}. */
@Command(
        name = "quarantine",
        description = "What could not be judged: look at it, and have it judged again.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list | show | replay",
        subcommands = {ListEntriesCommand.class, ShowCommand.class, ReplayEntriesCommand.class})
public final class QuarantineCommand {}

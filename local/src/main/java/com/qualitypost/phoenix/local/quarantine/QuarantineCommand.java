package com.qualitypost.phoenix.local.quarantine;

import picocli.CommandLine.Command;

/** {@code ./phoenix quarantine}. */
@Command(
        name = "quarantine",
        description = "What could not be judged: look at it, and have it judged again.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list | show | replay",
        subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class})
public final class QuarantineCommand {}

package com.qualitypost.phoenix.local.merchant;

import picocli.CommandLine.Command;

/** {@code ./phoenix merchant}. */
@Command(
        name = "merchant",
        description = "The keys with which merchants' programs ask for their parcels.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add | revoke | list",
        subcommands = {AddCommand.class, RevokeCommand.class, ListKeysCommand.class})
public final class MerchantCommand {}

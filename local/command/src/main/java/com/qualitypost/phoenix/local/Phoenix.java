package com.qualitypost.phoenix.local;

import com.qualitypost.phoenix.bench.BenchCommand;
import com.qualitypost.phoenix.local.backup.command.BackupCommand;
import com.qualitypost.phoenix.local.backup.command.DrillCommand;
import com.qualitypost.phoenix.local.backup.command.RestoreCommand;
import com.qualitypost.phoenix.local.chaos.ChaosCommand;
import com.qualitypost.phoenix.local.demo.DemoCommand;
import com.qualitypost.phoenix.local.merchant.MerchantCommand;
import com.qualitypost.phoenix.local.quarantine.QuarantineCommand;
import com.qualitypost.phoenix.local.rebuild.RebuildCommand;
import com.qualitypost.phoenix.local.rebuild.RefoldCommand;
import com.qualitypost.phoenix.local.replay.ReplayCommand;
import com.qualitypost.phoenix.local.screen.Screen.Printable;
import com.qualitypost.phoenix.local.stack.command.DownCommand;
import com.qualitypost.phoenix.local.stack.command.OpsCommand;
import com.qualitypost.phoenix.local.stack.command.StatusCommand;
import com.qualitypost.phoenix.local.stack.command.UpCommand;
import com.qualitypost.phoenix.servers.file.DiskSpace;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code ./phoenix}. */
@Command(
        name = "phoenix",
        description = "All of Phoenix on this machine, as processes on 127.0.0.1.",
        footer = {
            "",
            "All files are under .phoenix in the repository, or under PHOENIX_HOME. Ports can be moved:",
            "--port-shift 100, or PHOENIX_PORT_SHIFT=100."
        },
        mixinStandardHelpOptions = true,
        version = "phoenix 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            OpsCommand.class,
            ReplayCommand.class,
            QuarantineCommand.class,
            MerchantCommand.class,
            RebuildCommand.class,
            RefoldCommand.class,
            ChaosCommand.class,
            BenchCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DrillCommand.class,
            HelpCommand.class
        })
final class Phoenix {
    private static final int FAILED = 1;

    private Phoenix() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Phoenix())
                .setExecutionExceptionHandler((failure, command, _) -> explain(failure, command))
                .execute(args));
    }

    /**
     * Reports an expected failure in the words of whoever noticed it, and prints a stack trace only for unexpected
     * ones.
     */
    private static int explain(Exception failure, CommandLine command) {
        Optional<String> full = DiskSpace.ranOut(failure);
        if (full.isPresent()) {
            command.getErr().println("The disk is full (%s). Make room and run this again.".formatted(full.get()));
        } else if (failure instanceof ServerException known) {
            command.getErr().println(Printable.lines(String.valueOf(known.getMessage())));
        } else {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            command.getErr().println(Printable.lines(trace.toString()));
        }
        return FAILED;
    }
}

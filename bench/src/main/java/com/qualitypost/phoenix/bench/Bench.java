package com.qualitypost.phoenix.bench;

import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.Report;
import com.qualitypost.phoenix.bench.result.Result;
import com.qualitypost.phoenix.bench.result.ResultFiles;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Options;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.LeftoverProcesses;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run: one yardstick after another, each kept as soon as it is finished. */
final class Bench {
    private final Options options;
    private final Path folder;
    private final Report report;
    private final Screen screen;
    private final ResultFiles kept;

    /**
     * Prepares a run.
     *
     * @param folder for its system and for what is finished
     */
    Bench(Options options, Path folder, Report report, Screen screen) {
        this.options = options;
        this.folder = folder;
        this.report = report;
        this.screen = screen;
        this.kept = new ResultFiles(folder.resolve("results"));
    }

    /** Begins with an empty system. */
    void forget() {
        LeftoverProcesses.end(folder);
        Folders.remove(folder);
    }

    /** Returns what they found, those included that an earlier run has finished; what fails is left out. */
    List<Result> run(List<Yardstick> yardsticks) {
        List<Result> results = new ArrayList<>();
        LeftoverProcesses.end(folder);
        try (BenchContext context = new BenchContext(options, folder, screen)) {
            for (Yardstick yardstick : yardsticks) {
                Optional<Result> result = kept.of(yardstick.name());
                if (result.isPresent()) {
                    screen.say(yardstick.name() + ": finished by an earlier run");
                } else {
                    result = attempt(yardstick, context);
                }
                result.ifPresent(results::add);
            }
        }
        if (!results.isEmpty()) {
            screen.say("See " + report.write(results));
        }
        return results;
    }

    /** One that fails does not keep the others from being measured, but without a system nothing can be. */
    private Optional<Result> attempt(Yardstick yardstick, BenchContext context) {
        context.system();
        try {
            return Optional.of(measure(yardstick, context));
        } catch (ServerException | UncheckedIOException e) {
            screen.say("%s FAILED: %s".formatted(yardstick.name(), e.getMessage()));
            return Optional.empty();
        }
    }

    private Result measure(Yardstick yardstick, BenchContext context) {
        screen.say("%s: %s".formatted(yardstick.name(), yardstick.sentence()));
        double loadBefore = loadAverage();
        Instant began = Instant.now();
        Measurement outcome = yardstick.run(context);
        Result result = new Result(
                yardstick.name(),
                yardstick.sentence(),
                commit(),
                options.text(),
                began,
                Instant.now(),
                loadBefore,
                loadAverage(),
                outcome);
        kept.keep(result);
        Report.lines(result).forEach(screen::say);
        return result;
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String commit() {
        return Commands.attempt(List.of("git", "describe", "--always", "--dirty"))
                .map(String::strip)
                .orElse("unknown");
    }
}

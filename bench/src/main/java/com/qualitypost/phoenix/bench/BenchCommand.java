package com.qualitypost.phoenix.bench;

import com.qualitypost.phoenix.bench.result.Report;
import com.qualitypost.phoenix.bench.result.Result;
import com.qualitypost.phoenix.bench.stage.Options;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Repository;
import com.qualitypost.phoenix.servers.file.LockFile;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phoenix bench}. */
@Command(
        name = "bench",
        description =
                "Measures a separate system, with both compilers as in production: one yardstick after another, each beside"
                        + " what the machine can do at most. Writes bench/results/DATE.md.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "only these; --list shows all")
    private List<String> names = List.of();

    @Option(names = "--list", description = "shows the yardsticks and what they measure, and measures nothing")
    private boolean list;

    @Option(
            names = "--continue",
            description = "keeps the system's data and what an earlier run has finished, and measures the rest")
    private boolean goOn;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "of a window at most, default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "of each window, default: ${DEFAULT-VALUE}")
    private int repeats;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "200000",
            description = "scans before the first window, default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--parcels",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "of the burst and of the cold lookups, two scans each, default: ${DEFAULT-VALUE}")
    private int parcels;

    @Option(names = "--no-peers", description = "does not measure the peers in bench/peers")
    private boolean noPeers;

    @Override
    public Integer call() {
        Screen screen = new Screen();
        if (list) {
            screen.sayAll(Yardsticks.list());
            return 0;
        }
        List<Yardstick> chosen = Yardsticks.named(names);
        Options options = new Options(seconds, repeats, warmUp, parcels, !noPeers);
        Path home = PhoenixFolders.folder();
        try (LockFile _ = LockFile.tryTake(home.resolve("bench.lock"))
                .orElseThrow(() -> new ServerException("Another bench is running here. Wait for it."))) {
            Bench bench = new Bench(
                    options, home.resolve("bench"), new Report(Repository.root().resolve("bench/results")), screen);
            if (!goOn) {
                bench.forget();
            }
            List<Result> results = bench.run(chosen);
            return isWhole(chosen, results) ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(List<Yardstick> chosen, List<Result> results) {
        return results.size() == chosen.size()
                && results.stream()
                        .allMatch(result -> result.outcome().findings().isEmpty());
    }
}

package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.screen.Positive;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phoenix chaos}. */
@Command(
        name = "chaos",
        description =
                "Starts a separate system with everything twice, injects faults again and again under load, and checks"
                        + " against a ledger that nothing was lost. Ends with a verdict.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            converter = Positive.class,
            description = "new rounds begin until then, default: ${DEFAULT-VALUE}")
    private int minutes;

    @Option(names = "--seed", paramLabel = "S", description = "repeats the choice of faults of another run")
    private @Nullable Long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            converter = Positive.class,
            description = "scans a second, default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "only faults whose names contain this text, such as 'kill -9' or 'broker-1'")
    private String only = "";

    @Override
    public Integer call() {
        long chosen = seed != null ? seed : ThreadLocalRandom.current().nextInt(1_000_000);
        Screen screen = new Screen();
        screen.say("Seed %d: --seed %d repeats the choice of faults.".formatted(chosen, chosen));
        Path folder = PhoenixFolders.folder().resolve("chaos");
        try (Rig rig = Rig.start(folder, screen);
                Chaos chaos = new Chaos(rig, 0, folder, rate, screen)) {
            Verdict verdict = chaos.run(
                    chosen,
                    Duration.ofMinutes(minutes),
                    fault -> fault.toString().contains(only));
            verdict.lines().forEach(screen::say);
            return verdict.holds() ? 0 : 1;
        }
    }
}

package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Outcome;
import com.qualitypost.phoenix.bench.result.Row;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.Stage;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long the topology's memory takes to come back from Kafka. */
public final class Restore implements Yardstick {
    private static final double GIGABYTE = 1 << 30;

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String sentence() {
        return "The time until the topology judges again after ingest was killed and its state stores deleted, and what a"
                + " gigabyte of them would take; less what a start with them takes. Once.";
    }

    @Override
    public Outcome run(Stage stage) {
        BenchSystem system = stage.system();
        stage.library();
        Path stores = system.folder(Component.INGEST).resolve("streams");
        double with = again(system, () -> {});
        double gigabytes = bytes(stores) / GIGABYTE;
        double without = again(system, () -> Folders.remove(stores));
        double restore = Math.max(0, without - with);
        return Outcome.of(
                List.of(
                        Row.of("with its stores", "s", Sample.of(with)),
                        Row.of("without them", "s", Sample.of(without)).goal(Goal.value(20, 60)),
                        Row.of("size of the stores", "GB", Sample.of(gigabytes)),
                        Row.of("restore of a gigabyte", "s", Sample.of(restore / gigabytes))),
                List.of());
    }

    private static double again(BenchSystem system, Runnable meanwhile) {
        long began = System.nanoTime();
        system.kill(Component.INGEST);
        meanwhile.run();
        system.launch(Component.INGEST, Map.of());
        system.awaitWell();
        return (System.nanoTime() - began) / 1e9;
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

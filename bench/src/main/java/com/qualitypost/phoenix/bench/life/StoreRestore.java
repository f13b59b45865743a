package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long the topology's memory takes to come back from Kafka. */
public final class StoreRestore implements Yardstick {
    private static final int BATCH = 100;
    private static final int LIFE = 4;
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
    public Measurement run(BenchContext context) {
        BenchSystem system = context.system();
        context.lookupParcels();
        ScanSender sender = context.sender(100, LIFE, BATCH);
        Path stores = system.folder(Component.INGEST).resolve("streams");
        double with = again(system, sender, () -> {});
        double gigabytes = bytes(stores) / GIGABYTE;
        double without = again(system, sender, () -> Folders.remove(stores));
        double restore = Math.max(0, without - with);
        return Measurement.of(
                List.of(
                        ResultRow.of("with its stores", "s", Sample.of(with)),
                        ResultRow.of("without them", "s", Sample.of(without)).goal(Goal.value(20, 60)),
                        ResultRow.of("size of the stores", "GB", Sample.of(gigabytes)),
                        ResultRow.of("restore of a gigabyte", "s", Sample.of(restore / gigabytes))),
                context.check(sender));
    }

    /** Until what is sent to it is visible: before, it may answer and not judge yet. */
    private static double again(BenchSystem system, ScanSender sender, Runnable meanwhile) {
        long began = System.nanoTime();
        system.kill(Component.INGEST);
        meanwhile.run();
        system.launch(Component.INGEST, Map.of());
        system.awaitWell();
        Generator.closed(system.addresses().ingest(), 1, Duration.ofMinutes(3), sender.atMost(BATCH));
        system.awaitVisible();
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

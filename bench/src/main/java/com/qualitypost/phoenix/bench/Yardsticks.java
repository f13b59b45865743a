package com.qualitypost.phoenix.bench;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.bench.growth.ByBatch;
import com.qualitypost.phoenix.bench.growth.ByHistory;
import com.qualitypost.phoenix.bench.growth.ByPartitions;
import com.qualitypost.phoenix.bench.growth.ByRows;
import com.qualitypost.phoenix.bench.life.Idle;
import com.qualitypost.phoenix.bench.life.Killed;
import com.qualitypost.phoenix.bench.life.Machine;
import com.qualitypost.phoenix.bench.life.StartTime;
import com.qualitypost.phoenix.bench.life.StoreRestore;
import com.qualitypost.phoenix.bench.read.Bulk;
import com.qualitypost.phoenix.bench.read.Gets;
import com.qualitypost.phoenix.bench.read.Live;
import com.qualitypost.phoenix.bench.read.LookupRate;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.write.Burst;
import com.qualitypost.phoenix.bench.write.CpuPerScan;
import com.qualitypost.phoenix.bench.write.Ingest;
import com.qualitypost.phoenix.bench.write.ScanFreshness;
import com.qualitypost.phoenix.bench.write.Stages;
import com.qualitypost.phoenix.bench.write.Sustained;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.List;

/** All yardsticks, in the order in which they run. */
final class Yardsticks {
    static final List<Yardstick> ALL = List.of(
            new Machine(),
            new Idle(),
            new CpuPerScan(),
            new ScanFreshness(),
            Ingest.single(),
            Ingest.hundreds(),
            Ingest.fiveHundreds(),
            new Sustained(),
            new ByBatch(),
            new ByHistory(),
            new ByRows(),
            new Live(),
            new Burst(),
            LookupRate.hot(),
            LookupRate.cold(),
            LookupRate.unknown(),
            new Bulk(),
            Gets.list(),
            Gets.operations(),
            Gets.pages(),
            // From here on what the JVMs have learnt is lost.
            new Stages(),
            new Killed(),
            new StoreRestore(),
            new StartTime(),
            new ByPartitions());

    private Yardsticks() {}

    /** Those of these names, or all; the machine's own speed always comes first. */
    static List<Yardstick> named(List<String> names) {
        for (String name : names) {
            if (ALL.stream().noneMatch(yardstick -> yardstick.name().equals(name))) {
                throw new ServerException("There is no yardstick %s. Choose from:\n%s".formatted(name, list()));
            }
        }
        return ALL.stream()
                .filter(yardstick ->
                        names.isEmpty() || yardstick instanceof Machine || names.contains(yardstick.name()))
                .toList();
    }

    /** A line for each. */
    static String list() {
        return ALL.stream()
                .map(yardstick -> "  %-18s %s".formatted(yardstick.name(), yardstick.sentence()))
                .collect(joining("\n"));
    }
}

package com.qualitypost.phoenix.bench;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.bench.life.Machine;
import com.qualitypost.phoenix.bench.read.Lookups;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.write.CpuPerScan;
import com.qualitypost.phoenix.bench.write.Ingest;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.List;

/** All yardsticks, in the order in which they run. */
final class Yardsticks {
    static final List<Yardstick> ALL = List.of(
            new Machine(),
            new CpuPerScan(),
            Ingest.single(),
            Ingest.hundreds(),
            Ingest.fiveHundreds(),
            Lookups.hot(),
            Lookups.cold(),
            Lookups.unknown());

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

package com.qualitypost.phoenix.bench.growth;

import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.servers.process.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a scan costs if the topics have more partitions. */
public final class ByPartitions implements Yardstick {
    private static final List<Integer> PARTITIONS = List.of(1, 4, 16);
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int LIFE = 8;

    @Override
    public String name() {
        return "growth-partitions";
    }

    @Override
    public String sentence() {
        return "CPU per scan until it is visible against the number of partitions of each topic, each in a fresh system that"
                + " is half as warm as the others.";
    }

    @Override
    public Measurement run(BenchContext context) {
        long scans = Math.max(BATCH, context.options().warmUp() / 4);
        List<ResultRow> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        context.system().close();
        try {
            for (int partitions : PARTITIONS) {
                double cost = measure(context, partitions, scans, findings);
                rows.add(ResultRow.of("%d partitions".formatted(partitions), "µs per scan", Sample.of(cost)));
                points.add(new Point(partitions, cost));
            }
        } finally {
            context.startAgain();
        }
        Curve curve = new Curve(
                "partitions",
                "Cost against the number of partitions",
                "partitions of a topic",
                "µs of CPU per scan",
                List.of(new Line("all processes", points)));
        return new Measurement(rows, List.of(curve), findings);
    }

    private static double measure(BenchContext context, int partitions, long scans, List<String> findings) {
        Path folder = context.folder().resolve("partitions");
        Folders.remove(folder);
        try (BenchSystem system = BenchSystem.start(folder, context.screen(), partitions)) {
            ScanSender sender = context.sender(system, (int) (3 * scans / LIFE) + 1, LIFE, BATCH);
            Cost.of(system, sender, 2 * scans, CONNECTIONS);
            double cost = Cost.of(system, sender, scans, CONNECTIONS);
            findings.addAll(BenchContext.check(system, sender));
            return cost;
        } finally {
            Folders.remove(folder);
        }
    }
}

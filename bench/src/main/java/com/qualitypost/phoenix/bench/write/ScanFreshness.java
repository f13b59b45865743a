package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BackgroundTask;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long it takes from the report of a scan until a lookup shows it. */
public final class ScanFreshness implements Yardstick {
    private static final List<Integer> RATES = List.of(200, 1_000, 2_000);
    private static final int BATCH = 10;
    private static final int LIFE = 10;
    private static final int CONNECTIONS = 16;
    private static final int PROBES_A_SECOND = 10;
    /** Fewer than may wait at the query API. */
    private static final int PROBE_CONNECTIONS = 20;

    private static final Map<Integer, Goal> GOALS =
            new TreeMap<>(Map.of(50, Goal.value(45, 120), 99, Goal.value(150, 400), 100, Goal.value(400, 1_500)));

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String sentence() {
        return "The time from the moment at which a scan should be sent until a lookup shows it, of ten scans a second,"
                + " while others come at 200, 1,000 and 2,000 a second.";
    }

    @Override
    public Measurement run(BenchContext context) {
        List<ResultRow> rows = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        Map<Integer, List<Point>> points = new TreeMap<>();
        for (int rate : RATES) {
            Repeats repeats = new Repeats();
            findings.addAll(measure(context, rate, repeats));
            GOALS.forEach((percentile, goal) -> {
                String name = name(percentile);
                rows.add(ResultRow.of("%s at %,d/s".formatted(name, rate), "ms", repeats.of(name))
                        .goal(goal));
                points.computeIfAbsent(percentile, _ -> new ArrayList<>())
                        .add(new Point(rate, repeats.of(name).median()));
            });
        }
        Curve curve = new Curve(
                "rate",
                "From scan to answer",
                "scans a second",
                "ms",
                points.entrySet().stream()
                        .map(line -> new Line(name(line.getKey()), line.getValue()))
                        .toList());
        return new Measurement(rows, List.of(curve), findings);
    }

    private static String name(int percentile) {
        return percentile == 100 ? "slowest" : "p" + percentile;
    }

    private static List<String> measure(BenchContext context, int rate, Repeats repeats) {
        Duration window = context.options().window().dividedBy(2).plusSeconds(1);
        URI gateway = context.system().addresses().ingest();
        URI query = context.system().addresses().query();
        int scans = (int) (rate * window.toSeconds() * context.options().repeats());
        ScanSender others = context.sender(Math.max(BATCH, scans / LIFE / BATCH * BATCH), LIFE, BATCH);
        ScanSender own = context.sender(1_000, LIFE, 1);
        Probe probe = new Probe(own, gateway, query);
        List<String> findings = new ArrayList<>();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            Load seen;
            try (BackgroundTask _ = BackgroundTask.run(
                    () -> Generator.open(gateway, CONNECTIONS, (double) rate / BATCH, window, others))) {
                seen = Generator.open(query, PROBE_CONNECTIONS, PROBES_A_SECOND, window, probe);
            }
            context.awaitVisible();
            GOALS.keySet().forEach(percentile -> repeats.add(name(percentile), seen.millis(percentile)));
            if (seen.failures() > probe.unseen()) {
                findings.add("%d lookups failed at %,d/s".formatted(seen.failures() - probe.unseen(), rate));
            }
        }
        if (probe.unseen() > 0) {
            findings.add("%d of the scans at %,d/s were not visible within a minute".formatted(probe.unseen(), rate));
        }
        findings.addAll(context.check(others));
        findings.addAll(context.check(own));
        return findings;
    }
}

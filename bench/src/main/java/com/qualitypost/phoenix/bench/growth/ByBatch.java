package com.qualitypost.phoenix.bench.growth;

import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import java.util.ArrayList;
import java.util.List;

/** What a scan costs if it comes alone or with others. */
public final class ByBatch implements Yardstick {
    private static final List<Integer> BATCHES = List.of(1, 10, 100, 500);
    private static final int CONNECTIONS = 16;
    private static final int LIFE = 8;

    @Override
    public String name() {
        return "growth-batch";
    }

    @Override
    public String sentence() {
        return "CPU per scan until it is visible against the number of scans in a request.";
    }

    @Override
    public Measurement run(BenchContext context) {
        long scans = context.scansToDrain() / 4;
        List<ResultRow> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (int batch : BATCHES) {
            Repeats repeats = new Repeats();
            ScanSender sender = context.sender((int) (scans * context.options().repeats() / LIFE) + 1, LIFE, batch);
            for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
                repeats.add("cost", Cost.of(context.system(), sender, scans, CONNECTIONS));
            }
            rows.add(ResultRow.of("%d in a request".formatted(batch), "µs per scan", repeats.of("cost")));
            points.add(new Point(batch, repeats.of("cost").median()));
            findings.addAll(context.check(sender));
        }
        Curve curve = new Curve(
                "batch",
                "Cost against the size of a batch",
                "scans in a request",
                "µs of CPU per scan",
                List.of(new Line("all processes", points)));
        return new Measurement(rows, List.of(curve), findings);
    }
}

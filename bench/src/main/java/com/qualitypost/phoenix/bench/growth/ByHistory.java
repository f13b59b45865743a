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
import java.util.ArrayList;
import java.util.List;

/** What a scan costs if its parcel has had many. */
public final class ByHistory implements Yardstick {
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 10;
    private static final int MANY_PARCELS = 200;
    private static final List<Integer> SHORT = List.of(5, 20, 50, 100);
    /** A scan of a long history costs so much that more parcels would take too long. */
    private static final int FEW_PARCELS = 10;

    private static final List<Integer> LONG = List.of(100, 200, 500, 1_000);

    @Override
    public String name() {
        return "growth-history";
    }

    @Override
    public String sentence() {
        return "CPU per scan against the number of scans that the parcel has had: 200 parcels grow to 100 scans each, 10 of"
                + " others to 1,000.";
    }

    @Override
    public Measurement run(BenchContext context) {
        List<ResultRow> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        ScanSender many = context.sender(MANY_PARCELS, SHORT.getLast(), BATCH);
        grow(context, many, 0, SHORT, rows, points);
        findings.addAll(context.check(many));
        ScanSender few = context.sender(FEW_PARCELS, LONG.getLast(), BATCH);
        Cost.of(context.system(), few, (long) FEW_PARCELS * LONG.getFirst(), CONNECTIONS);
        grow(context, few, LONG.getFirst(), LONG.subList(1, LONG.size()), rows, points);
        findings.addAll(context.check(few));
        Curve curve = new Curve(
                "history",
                "Cost against the length of a parcel's history",
                "scans of a parcel",
                "µs of CPU per scan",
                List.of(new Line("all processes", points)));
        return new Measurement(rows, List.of(curve), findings);
    }

    private static void grow(
            BenchContext context,
            ScanSender sender,
            int from,
            List<Integer> lengths,
            List<ResultRow> rows,
            List<Point> points) {
        int before = from;
        for (int length : lengths) {
            long scans = (long) sender.world().parcels() * (length - before);
            double cost = Cost.of(context.system(), sender, scans, CONNECTIONS);
            rows.add(ResultRow.of(
                    "from %d to %d scans of a parcel".formatted(before, length), "µs per scan", Sample.of(cost)));
            points.add(new Point(length, cost));
            before = length;
        }
    }
}

package com.qualitypost.phoenix.bench.growth;

import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Outcome;
import com.qualitypost.phoenix.bench.result.Row;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Stage;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import java.util.ArrayList;
import java.util.List;

/** What a scan costs if its parcel has had many. */
public final class ByHistory implements Yardstick {
    private static final int PARCELS = 10;
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 10;
    private static final List<Integer> LENGTHS = List.of(5, 20, 50, 100, 200, 500, 1_000);

    @Override
    public String name() {
        return "growth-history";
    }

    @Override
    public String sentence() {
        return "CPU per scan against the number of scans that the parcel has had: 10 parcels grow to 1,000 scans each.";
    }

    @Override
    public Outcome run(Stage stage) {
        ScanSender sender = stage.sender(PARCELS, LENGTHS.getLast(), BATCH);
        List<Row> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        int before = 0;
        for (int length : LENGTHS) {
            double cost = Cost.of(stage.system(), sender, (long) PARCELS * (length - before), CONNECTIONS);
            rows.add(Row.of(
                    "from %d to %d scans of a parcel".formatted(before, length), "µs per scan", Sample.of(cost)));
            points.add(new Point(length, cost));
            before = length;
        }
        Curve curve = new Curve(
                "history",
                "Cost against the length of a parcel's history",
                "scans of a parcel",
                "µs of CPU per scan",
                List.of(new Line("all processes", points)));
        return new Outcome(rows, List.of(curve), stage.check(sender));
    }
}

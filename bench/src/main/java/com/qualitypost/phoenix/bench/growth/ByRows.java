package com.qualitypost.phoenix.bench.growth;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What a scan and a lookup cost if there are many parcels. */
public final class ByRows implements Yardstick {
    private static final List<Double> SHARES = List.of(0.02, 0.2, 1.0);
    private static final int SHARE_OF_PARCELS = 4;
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;
    private static final int LOOKUP_CONNECTIONS = 64;
    private static final int LIFE = 3;
    private static final int MEASURED_PARCELS = 2_000;

    @Override
    public String name() {
        return "growth-rows";
    }

    @Override
    public String sentence() {
        return "CPU per scan, and per lookup of any parcel, against the number of parcels in the tables: three sizes, up to"
                + " a quarter of the run's parcels.";
    }

    @Override
    public Measurement run(BenchContext context) {
        int parcels = Math.max(BATCH, context.options().parcels() / SHARE_OF_PARCELS);
        ScanSender all = context.sender(parcels, 1, BATCH);
        List<ResultRow> rows = new ArrayList<>();
        List<Point> scans = new ArrayList<>();
        List<Point> lookups = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (double share : SHARES) {
            long size = (long) (parcels * share);
            Cost.of(context.system(), all, size - all.sent(), CONNECTIONS);
            ScanSender measured = context.sender(MEASURED_PARCELS, LIFE, BATCH);
            double scan = Cost.of(context.system(), measured, measured.world().scans(), CONNECTIONS);
            double lookup = lookup(context, all);
            rows.add(ResultRow.of("scan, %,d parcels".formatted(size), "µs", Sample.of(scan)));
            rows.add(ResultRow.of("lookup, %,d parcels".formatted(size), "µs", Sample.of(lookup)));
            scans.add(new Point(size, scan));
            lookups.add(new Point(size, lookup));
            findings.addAll(context.check(measured));
        }
        findings.addAll(context.check(all));
        Curve curve = new Curve(
                "rows",
                "Cost against the number of parcels",
                "parcels",
                "µs of CPU",
                List.of(new Line("a scan", scans), new Line("a lookup", lookups)));
        return new Measurement(rows, List.of(curve), findings);
    }

    /** The system's microseconds of CPU per lookup of the parcels that were sent. */
    private static double lookup(BenchContext context, ScanSender sent) {
        URI query = context.system().addresses().query();
        Task ask = (connection, _) -> {
            long scan = ThreadLocalRandom.current().nextLong(sent.sent());
            String path = "/v1/tracking/" + sent.world().numberOf(scan);
            return connection.send(Requests.get(query, path, "")) == 200 ? 1 : 0;
        };
        Generator.closed(query, LOOKUP_CONNECTIONS, context.options().shortWindow(), ask);
        Usage before = context.system().usage();
        long lookups = Generator.closed(
                        query, LOOKUP_CONNECTIONS, context.options().shortWindow(), ask)
                .operations();
        return (double) context.system().usage().since(before).systemMicros() / Math.max(1, lookups);
    }
}

package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Curve;
import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BackgroundTask;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.LagWatch;
import com.qualitypost.phoenix.bench.stage.LagWatch.Lag;
import com.qualitypost.phoenix.bench.stage.LookupParcels;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A flood of scans, and what customers notice of it. */
public final class Burst implements Yardstick {
    private static final int KNOWN = 5_000;
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;
    private static final int LOOKUP_CONNECTIONS = 16;
    private static final int LOOKUPS_A_SECOND = 100;
    private static final Duration LONGEST = Duration.ofMinutes(40);

    @Override
    public String name() {
        return "burst";
    }

    @Override
    public String sentence() {
        return "Two scans of each of the run's parcels as fast as they are accepted, with 100 lookups a second of other"
                + " parcels beside them, until everything is visible. Once, because it takes long.";
    }

    @Override
    public Measurement run(BenchContext context) {
        ScanSender known = context.sender(KNOWN, 1, BATCH);
        URI gateway = context.system().addresses().ingest();
        Generator.closed(gateway, CONNECTIONS, LONGEST, known);
        context.awaitVisible();
        ScanSender flood = LookupParcels.unsent(context);
        Usage start = context.system().usage();
        long began = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Load> lookups = new CompletableFuture<>();
        Load accepted;
        List<Lag> lags;
        try (LagWatch lag = LagWatch.start(context.system().addresses());
                BackgroundTask _ = BackgroundTask.run(() -> lookups.complete(lookUp(context, known, over)))) {
            accepted = Generator.closed(gateway, CONNECTIONS, LONGEST, flood);
            context.awaitVisible();
            over.set(true);
            lags = lag.seen();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Usage used = context.system().usage().since(start);
        context.keep(LookupParcels.of(context, flood));
        Load asked = lookups.join();
        List<ResultRow> rows = List.of(
                ResultRow.of("accepted", "scans/s", Sample.of(accepted.perSecond())),
                ResultRow.of("visible, from the first to the last", "scans/s", Sample.of(flood.sent() / seconds))
                        .cpu(used.microsPer((double) flood.sent())),
                ResultRow.of(
                                "oldest answers",
                                "s",
                                Sample.of(lags.stream()
                                        .mapToDouble(Lag::ageSeconds)
                                        .max()
                                        .orElse(0)))
                        .goal(Goal.value(30, 60)),
                ResultRow.of("p99 of a lookup meanwhile", "ms", Sample.of(asked.millis(99)))
                        .goal(Goal.value(25, 100)),
                ResultRow.of("lookups that failed", "", Sample.of((double) asked.failures()))
                        .goal(Goal.none()));
        return new Measurement(rows, List.of(curve(lags)), context.check(flood));
    }

    private static Load lookUp(BenchContext context, ScanSender known, AtomicBoolean over) {
        URI query = context.system().addresses().query();
        Task lookup = (connection, turn) -> {
            if (over.get()) {
                return Task.DONE;
            }
            String number = known.world().number((int) (turn % KNOWN));
            return connection.send(Requests.get(query, "/v1/tracking/" + number, "")) == 200 ? 1 : 0;
        };
        return Generator.open(query, LOOKUP_CONNECTIONS, LOOKUPS_A_SECOND, LONGEST, lookup);
    }

    private static Curve curve(List<Lag> lags) {
        return new Curve(
                "burst",
                "How a burst drains",
                "seconds",
                "thousand records, or seconds",
                List.of(
                        line("not judged", lags, lag -> lag.unjudged() / 1e3),
                        line("not in the tables", lags, lag -> lag.unwritten() / 1e3),
                        line("age of answers", lags, Lag::ageSeconds)));
    }

    /** Some twenty points: more cannot be told apart. */
    private static Line line(String name, List<Lag> lags, ToDoubleFunction<Lag> value) {
        int step = Math.max(1, lags.size() / 20);
        return new Line(
                name,
                IntStream.range(0, lags.size())
                        .filter(i -> i % step == 0)
                        .mapToObj(lags::get)
                        .map(lag -> new Point(Math.rint(lag.seconds()), value.applyAsDouble(lag)))
                        .toList());
    }
}

package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Drain;
import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.bench.system.Usage;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.stack.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Each context on its own, with a backlog before it and the later stages away. */
public final class Stages implements Yardstick {
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;
    private static final int LIFE = 8;
    private static final int TIMES_A_DRAIN = 4;
    private static final Duration SENT_WITHIN = Duration.ofMinutes(3);
    private static final String CHANGES = "SELECT change_seq FROM phoenix_read.cdc_position";

    private static final Map<String, ?> GATEWAY = only(false, false);
    private static final Map<String, ?> JUDGES = only(true, false);
    private static final Map<String, ?> ALL = only(true, true);

    private static Map<String, ?> only(boolean streams, boolean writer) {
        return Map.of("phoenix.streams.enabled", streams, "phoenix.writer.enabled", writer);
    }

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public String sentence() {
        return "A backlog of scans goes through one stage after another while the later ones are stopped: the topology,"
                + " the table writer, the projections. Measured in three parts of the second half of each.";
    }

    @Override
    public Measurement run(BenchContext context) {
        BenchSystem system = context.system();
        long scans = TIMES_A_DRAIN * context.scansToDrain();
        ScanSender sender = context.sender((int) (scans / LIFE / BATCH + 1) * BATCH, LIFE, BATCH);
        List<ResultRow> rows = new ArrayList<>();
        double upserts = context.alone(() -> context.limits().upserted());
        double produced =
                context.alone(() -> context.limits().produced(system.addresses().bootstrapServers()));
        List<Double> copied = context.copied();
        again(system, GATEWAY);
        Generator.closed(system.addresses().ingest(), CONNECTIONS, SENT_WITHIN, sender);
        try (Backlog backlog = new Backlog(system.addresses())) {
            again(system, JUDGES);
            rows.add(row("judged", "scans/s", system, () -> -backlog.unjudged(), () -> backlog.unjudged() == 0)
                    .limit("raw produce", Sample.of(produced))
                    .goal(Goal.value(100_000, 50_000)));
            system.stop(Component.PROJECTIONS);
            again(system, ALL);
            rows.add(row("table-sink", "records/s", system, () -> -backlog.unwritten(), () -> backlog.unwritten() == 0)
                    .limit("raw upsert", Sample.of(upserts))
                    .goal(Goal.share(0.9, 0.6)));
            Instant started = Instant.now();
            system.launch(Component.PROJECTIONS, Map.of());
            ResultRow projected = row(
                            "projections-drain",
                            "changes/s",
                            system,
                            () -> system.ask(CHANGES),
                            () -> backlog.projectedUntil().isAfter(started))
                    .limit("raw upsert", Sample.of(upserts))
                    .goal(Goal.value(15_000, 6_000));
            rows.add(copied.isEmpty() ? projected : projected.peer("connect", Sample.of(copied)));
        }
        system.awaitWell();
        context.awaitVisible();
        return Measurement.of(rows, context.check(sender));
    }

    private static ResultRow row(
            String name, String unit, BenchSystem system, LongSupplier done, BooleanSupplier over) {
        Usage before = system.usage();
        long from = done.getAsLong();
        Sample rate = Sample.of(Drain.perSecond(done, over));
        return ResultRow.of(name, unit, rate)
                .cpu(system.usage().since(before).microsPer((double) done.getAsLong() - from));
    }

    private static void again(BenchSystem system, Map<String, ?> settings) {
        system.stop(Component.INGEST);
        system.launch(Component.INGEST, settings);
        system.awaitWell();
    }
}

package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.DatabaseWrites;
import com.qualitypost.phoenix.bench.system.Usage;
import java.util.ArrayList;
import java.util.List;

/** What a scan costs on its whole way, in CPU and in bytes. */
public final class CpuPerScan implements Yardstick {
    private static final int RATE = 2_000;
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int LIFE = 12;

    @Override
    public String name() {
        return "cpu-per-scan";
    }

    @Override
    public String sentence() {
        return "2,000 scans a second in batches of 100, up to 12 a parcel: the CPU of all processes except the"
                + " generator until everything is visible, and the bytes that the databases write, per scan.";
    }

    @Override
    public Measurement run(BenchContext context) {
        long each = (long) RATE * context.options().seconds();
        int parcels = (int) Math.max(BATCH, each * context.options().repeats() / LIFE);
        ScanSender sender = context.sender(parcels, LIFE, BATCH);
        Repeats repeats = new Repeats();
        Usage start = context.system().usage();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            window(context, sender.atMost(each), repeats);
        }
        Usage whole = context.system().usage().since(start);
        List<ResultRow> rows = new ArrayList<>();
        rows.add(ResultRow.of("cpu-per-scan", "µs", repeats.of("cpu"))
                .goal(Goal.value(180, 250))
                .cpu(whole.microsPer((double) sender.sent())));
        rows.add(ResultRow.of("of it by compilers, which end after some minutes", "µs", repeats.of("compilers")));
        rows.add(ResultRow.of("visible after the last was sent", "s", repeats.of("behind")));
        rows.add(bytes("binlog", repeats, Goal.value(800, 1_200)));
        rows.add(bytes("redo", repeats, Goal.value(1_500, 2_500)));
        rows.add(bytes("data pages", repeats, Goal.value(4_000, 8_000)));
        rows.add(ResultRow.of("written to block devices by all processes", "bytes per scan", repeats.of("blocks")));
        return Measurement.of(rows, context.check(sender));
    }

    private static ResultRow bytes(String what, Repeats repeats, Goal goal) {
        return ResultRow.of(what, "bytes per scan", repeats.of(what)).goal(goal);
    }

    private static void window(BenchContext context, ScanSender sender, Repeats repeats) {
        Usage before = context.system().usage();
        DatabaseWrites writesBefore = context.system().writerWrites();
        Load load = Generator.open(
                context.system().addresses().ingest(),
                CONNECTIONS,
                (double) RATE / BATCH,
                context.options().window().multipliedBy(4),
                sender);
        long sent = System.nanoTime();
        context.awaitVisible();
        repeats.add("behind", (System.nanoTime() - sent) / 1e9);
        Usage used = context.system().usage().since(before);
        DatabaseWrites writes = context.system().writerWrites().since(writesBefore);
        double scans = load.operations();
        repeats.add("cpu", used.systemMicros() / scans);
        repeats.add("compilers", used.compilersMicros() / scans);
        repeats.add("binlog", writes.binlog() / scans);
        repeats.add("redo", writes.redo() / scans);
        repeats.add("data pages", writes.pages() / scans);
        repeats.add(
                "blocks",
                used.writtenBytes().values().stream().mapToLong(Long::longValue).sum() / scans);
    }
}

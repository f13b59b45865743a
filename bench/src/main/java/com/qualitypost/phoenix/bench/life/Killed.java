package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BackgroundTask;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.local.stack.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long each application is missed after kill -9. */
public final class Killed implements Yardstick {
    private static final int RATE = 200;
    private static final int BATCH = 10;
    private static final int CONNECTIONS = 16;
    private static final int LIFE = 10;
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "kill-9";
    }

    @Override
    public String sentence() {
        return "The time from kill -9 of an application, which is started again at once, until everything that was sent"
                + " before it was well again is visible, at 200 scans a second.";
    }

    @Override
    public Measurement run(BenchContext context) {
        ScanSender sender = context.sender(10_000, LIFE, BATCH);
        List<ResultRow> rows = new ArrayList<>();
        for (Component part : List.of(Component.INGEST, Component.PROJECTIONS, Component.QUERY)) {
            Repeats repeats = new Repeats();
            for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
                repeats.add("whole", kill(context, part, sender));
            }
            rows.add(ResultRow.of(part.folder(), "s", repeats.of("whole")).goal(Goal.value(8, 30)));
        }
        return Measurement.of(rows, context.check(sender));
    }

    private static double kill(BenchContext context, Component part, ScanSender sender) {
        BenchSystem system = context.system();
        sender.atMost(sender.world().scans());
        double seconds;
        try (BackgroundTask _ = BackgroundTask.run(() -> Generator.open(
                system.addresses().ingest(), CONNECTIONS, (double) RATE / BATCH, Duration.ofMinutes(3), sender))) {
            long began = System.nanoTime();
            system.kill(part);
            system.launch(part, Map.of());
            system.awaitWell();
            sender.atMost(RATE * AFTERWARDS.toSeconds());
            context.awaitVisible();
            seconds = (System.nanoTime() - began) / 1e9;
        }
        context.awaitVisible();
        return seconds;
    }
}

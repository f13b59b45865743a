package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.LagWatch;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How many scans become visible in a second, for as long as one likes. */
public final class Sustained implements Yardstick {
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int LIFE = 10;
    private static final int FASTER = 2;
    private static final Duration PAUSE = Duration.ofMillis(5);

    @Override
    public String name() {
        return "sustained";
    }

    @Override
    public String sentence() {
        return "Scans a second until they are visible, while no more are sent than become visible: answers stay less than"
                + " about two seconds old.";
    }

    @Override
    public Measurement run(BenchContext context) {
        int repeats = context.options().repeats();
        // With enough scans for twice the expected rate, and no more parcels than have several each.
        double most = FASTER * context.visiblePerSecond() * context.options().seconds() * repeats;
        ScanSender sender = context.sender((int) (most / LIFE) + BATCH, LIFE, BATCH);
        Repeats measured = new Repeats();
        Usage start = context.system().usage();
        for (int repeat = 0; repeat < repeats; repeat++) {
            try (LagWatch lag = LagWatch.start(context.system().addresses())) {
                long began = System.nanoTime();
                Load load = Generator.closed(
                        context.system().addresses().ingest(),
                        CONNECTIONS,
                        context.options().window(),
                        gated(sender, lag));
                context.awaitVisible();
                measured.add("visible", load.operations() / ((System.nanoTime() - began) / 1e9));
                measured.add("age", lag.greatestAgeSeconds());
            }
        }
        Usage whole = context.system().usage().since(start);
        return Measurement.of(
                List.of(
                        ResultRow.of(name(), "scans/s", measured.of("visible"))
                                .goal(Goal.value(10_000, 5_000))
                                .cpu(whole.microsPer((double) sender.sent())),
                        ResultRow.of("oldest answers", "s", measured.of("age"))),
                context.check(sender));
    }

    private static Task gated(ScanSender sender, LagWatch lag) {
        return (connection, turn) -> {
            while (!lag.now().isSmall()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return sender.run(connection, turn);
        };
    }
}

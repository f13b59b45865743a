package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.bench.system.Usage;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What the system takes while nobody uses it. */
public final class Idle implements Yardstick {
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String sentence() {
        return "The share of a core that all processes take while nothing is sent and nobody asks.";
    }

    @Override
    public Measurement run(BenchContext context) {
        BenchSystem system = context.system();
        Repeats repeats = new Repeats();
        Usage start = system.usage();
        long began = System.nanoTime();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            Usage before = system.usage();
            long from = System.nanoTime();
            rest(context.options().window().dividedBy(2).toNanos());
            repeats.add("cores", system.usage().since(before).systemMicros() / MICROS / seconds(from));
        }
        Usage whole = system.usage().since(start).ofSystem();
        return Measurement.of(
                List.of(ResultRow.of(name(), "cores", repeats.of("cores"))
                        .goal(Goal.value(0.05, 0.1))
                        .cpu(whole.microsPer(seconds(began)))),
                List.of());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void rest(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

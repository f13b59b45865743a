package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import com.qualitypost.phoenix.servers.process.Compilers;
import java.util.List;

/** How long {@code ./phoenix up} takes, on data that are there. */
public final class StartTime implements Yardstick {
    private static final String NAME = "start";
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sentence() {
        return "The time until all of a stopped system is well, started as ./phoenix up does it: with the first compiler"
                + " only and the archives of classes; and the seconds of CPU that this takes, by process.";
    }

    @Override
    public Measurement run(BenchContext context) {
        String compilers = System.getProperty(Compilers.PROPERTY, "");
        System.clearProperty(Compilers.PROPERTY);
        try {
            // Whatever has no archive of its classes yet writes one when it stops.
            context.restart();
            return measure(context);
        } finally {
            System.setProperty(Compilers.PROPERTY, compilers);
            context.restart();
        }
    }

    private static Measurement measure(BenchContext context) {
        Repeats repeats = new Repeats();
        Usage used = context.system().usage();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            repeats.add("up", context.restart());
            used = context.system().usage().ofSystem();
            repeats.add("cpu", used.systemMicros() / MICROS);
        }
        return Measurement.of(
                List.of(
                        ResultRow.of(NAME, "s", repeats.of("up")).goal(Goal.value(12, 20)),
                        ResultRow.of("start, seconds of CPU", "s", repeats.of("cpu"))
                                .cpu(used.microsPer(1))),
                List.of());
    }
}

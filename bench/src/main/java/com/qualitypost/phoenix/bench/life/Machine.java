package com.qualitypost.phoenix.bench.life;

import com.qualitypost.phoenix.bench.limit.Metal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import java.time.Duration;
import java.util.List;

/** How fast the machine is just now, without anything of ours. */
public final class Machine implements Yardstick {
    private static final int ANSWER_BYTES = 1_500;
    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return "machine";
    }

    @Override
    public String sentence() {
        return "The machine itself, while the system is held: everything else is a share of this.";
    }

    @Override
    public Measurement run(BenchContext context) {
        Repeats repeats = new Repeats();
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            context.system().alone(() -> {
                repeats.add("spin", Metal.spin(Duration.ofSeconds(1)));
                repeats.add("fsync", Metal.fsyncs(context.folder(), Duration.ofSeconds(2)));
                repeats.add("http", context.limits().staticHttp(ANSWER_BYTES, CONNECTIONS));
                repeats.add(
                        "produce",
                        context.limits().produced(context.system().addresses().bootstrapServers()));
                repeats.add("upsert", context.limits().upserted());
                repeats.add("select", context.limits().selected());
            });
        }
        return Measurement.of(
                List.of(
                        ResultRow.of("spin, two threads", "million turns/s", repeats.of("spin")),
                        ResultRow.of("fsync of 4 KB", "/s", repeats.of("fsync")),
                        ResultRow.of("static HTTP answer of 1.5 KB", "/s", repeats.of("http")),
                        ResultRow.of("produce, one producer, acks=all", "scans/s", repeats.of("produce")),
                        ResultRow.of(
                                "upsert of 600 bytes, 500 in a statement, durable", "rows/s", repeats.of("upsert")),
                        ResultRow.of("point select, two connections", "rows/s", repeats.of("select"))),
                List.of());
    }
}

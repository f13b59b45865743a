package com.qualitypost.phoenix.bench.write;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.peer.Peers;
import com.qualitypost.phoenix.bench.result.Goal;
import com.qualitypost.phoenix.bench.result.Measurement;
import com.qualitypost.phoenix.bench.result.ResultRow;
import com.qualitypost.phoenix.bench.result.Sample;
import com.qualitypost.phoenix.bench.stage.BenchContext;
import com.qualitypost.phoenix.bench.stage.Repeats;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.stage.Yardstick;
import com.qualitypost.phoenix.bench.system.Usage;
import java.util.ArrayList;
import java.util.List;

/** How many scans the gateway accepts in a second. */
public final class Ingest implements Yardstick {
    private static final int LIFE = 8;
    private static final int PEERS_PARCELS = 200_000;
    /** As many as they have connections to the database. */
    private static final int PEERS_CONNECTIONS = 16;

    private static final int SMALL_ANSWER_BYTES = 200;

    private final int batch;
    private final int connections;
    private final Goal goal;

    private Ingest(int batch, int connections, Goal goal) {
        this.batch = batch;
        this.connections = connections;
        this.goal = goal;
    }

    /** One scan in a request. */
    public static Yardstick single() {
        return new Ingest(1, 128, Goal.share(0.5, 0.3));
    }

    public static Yardstick hundreds() {
        return new Ingest(100, 8, Goal.value(100_000, 50_000));
    }

    public static Yardstick fiveHundreds() {
        return new Ingest(500, 8, Goal.value(200_000, 100_000));
    }

    @Override
    public String name() {
        return batch == 1 ? "ingest-single" : "ingest-" + batch;
    }

    @Override
    public String sentence() {
        return ("Scans accepted a second, %d in a request, over %d connections, each of which waits for its answer;"
                        + " everything behind the gateway goes on working.")
                .formatted(batch, connections);
    }

    @Override
    public Measurement run(BenchContext context) {
        long each = context.scansToDrain();
        int parcels = (int) Math.max(1_000, each * context.options().repeats() / LIFE + 1);
        ScanSender sender = context.sender(parcels, LIFE, batch);
        Repeats repeats = new Repeats();
        Usage used = Usage.NOTHING;
        for (int repeat = 0; repeat < context.options().repeats(); repeat++) {
            repeats.add("limit", context.alone(() -> limit(context)));
            Usage before = context.system().usage();
            Load load = Generator.closed(
                    context.system().addresses().ingest(),
                    connections,
                    context.options().shortWindow(),
                    sender.atMost(each));
            repeats.add("accepted", load.perSecond());
            repeats.add("p99", load.millis(99));
            context.awaitVisible();
            used = used.plus(context.system().usage().since(before));
            for (String name : context.httpPeers()) {
                repeats.add(name, context.peer(name, peers -> peer(context, peers, name)));
            }
        }
        List<ResultRow> rows = new ArrayList<>();
        rows.add(repeats.withPeers(
                ResultRow.of(name(), "scans/s", repeats.of("accepted"))
                        .limit(limitName(), repeats.of("limit"))
                        .goal(goal)
                        .cpu(used.microsPer((double) sender.sent())),
                context.httpPeers()));
        rows.add(ResultRow.of("p99 of a request", "ms", repeats.of("p99")));
        if (batch == 1) {
            rows.add(ResultRow.of(
                            "CPU until it is visible",
                            "µs per scan",
                            Sample.of((double) used.systemMicros() / sender.sent()))
                    .goal(Goal.value(250, 250)));
        }
        return Measurement.of(rows, context.check(sender));
    }

    private double peer(BenchContext context, Peers peers, String name) {
        return peers.scansPerSecond(
                name,
                context.foreign(PEERS_PARCELS, LIFE, batch),
                batch,
                PEERS_CONNECTIONS,
                context.options().shortWindow());
    }

    private String limitName() {
        return batch == 1 ? "static HTTP" : "raw produce";
    }

    private double limit(BenchContext context) {
        return batch == 1
                ? context.limits().staticHttp(SMALL_ANSWER_BYTES, connections)
                : context.limits().produced(context.system().addresses().bootstrapServers());
    }
}

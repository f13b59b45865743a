package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.limit.RawProduce;
import com.qualitypost.phoenix.bench.limit.RawRows;
import com.qualitypost.phoenix.bench.limit.StaticHttp;
import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.bench.world.BatchBody;
import com.qualitypost.phoenix.bench.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What the machine can do at most just now; for use while the system is held. */
public final class Limits implements AutoCloseable {
    private static final int SCANS = 1_000;

    private final Path folder;
    private final SpareMysql scratch;
    private final Duration time;
    private final List<byte[]> scans = scans();
    private final Map<Integer, StaticHttp> statics = new TreeMap<>();

    Limits(Path folder, SpareMysql scratch, Duration time) {
        this.folder = folder;
        this.scratch = scratch;
        this.time = time;
    }

    private static List<byte[]> scans() {
        BatchBody batch = new BatchBody(new World(0, 0, SCANS, 10, 1, Instant.now()));
        return LongStream.range(0, SCANS).mapToObj(scan -> batch.json(scan, 1)).toList();
    }

    /** Answers of this size a second. */
    public double staticHttp(int answerBytes, int connections) {
        int rounded = Math.max(100, (answerBytes + 99) / 100 * 100);
        return statics.computeIfAbsent(rounded, bytes -> StaticHttp.start(folder.resolve("static-" + bytes), bytes))
                .perSecond(connections, time);
    }

    /** Scans a second that Kafka takes from a single producer. */
    public double produced(String bootstrapServers) {
        return RawProduce.perSecond(bootstrapServers, scans, time);
    }

    /** Rows a second that MySQL takes. */
    public double upserted() {
        return scratch.use(access -> new RawRows(access).upsertsPerSecond(time));
    }

    /** Rows a second that MySQL gives, one at a time. */
    public double selected() {
        return scratch.use(access -> new RawRows(access).selectsPerSecond(time));
    }

    @Override
    public void close() {
        statics.values().forEach(StaticHttp::close);
    }
}

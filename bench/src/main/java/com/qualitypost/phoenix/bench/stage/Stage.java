package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.limit.RawProduce;
import com.qualitypost.phoenix.bench.limit.StaticHttp;
import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.bench.system.Scratch;
import com.qualitypost.phoenix.bench.world.ScanBatch;
import com.qualitypost.phoenix.bench.world.Truth;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What yardsticks find when they begin: a system that is warm and at rest, and the means to load and to compare it. */
public final class Stage implements AutoCloseable {
    private static final long SEED = 20_261_130;
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP_PARCELS = 10_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(3);
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(40);
    private static final double SECONDS_TO_DRAIN = 45;

    private final Options options;
    private final Screen screen;
    private final Path folder;
    private final Serials serials;
    private final Scratch scratch;
    private final Map<Integer, StaticHttp> statics = new TreeMap<>();
    private @Nullable BenchSystem system;
    private @Nullable Library library;
    private double visiblePerSecond;

    public Stage(Options options, Path folder, Screen screen) {
        this.options = options;
        this.screen = screen;
        this.folder = folder;
        this.serials = new Serials(folder);
        this.scratch = new Scratch(folder.resolve("scratch"));
    }

    public Options options() {
        return options;
    }

    public Path folder() {
        return folder;
    }

    public Screen screen() {
        return screen;
    }

    public Scratch scratch() {
        return scratch;
    }

    /** The system, which the first yardstick that needs it starts and warms up. */
    public BenchSystem system() {
        if (system == null) {
            BenchSystem fresh = BenchSystem.start(folder.resolve("system"), screen);
            system = fresh;
            warmUp(fresh);
        }
        return system;
    }

    private void warmUp(BenchSystem fresh) {
        screen.say("Warming up ...");
        ScanSender sender = sender(
                        fresh,
                        Math.min(WARM_UP_PARCELS, options.warmUp()),
                        2 + options.warmUp() / WARM_UP_PARCELS,
                        BATCH)
                .atMost(options.warmUp());
        long began = System.nanoTime();
        Generator.closed(fresh.addresses().ingest(), CONNECTIONS, WARM_UP_LIMIT, sender);
        awaitVisible(fresh);
        visiblePerSecond = sender.sent() / ((System.nanoTime() - began) / 1e9);
    }

    /** Makes new parcels, and what sends their scans. */
    public ScanSender sender(int parcels, int life, int batch) {
        return sender(system(), parcels, life, batch);
    }

    private ScanSender sender(BenchSystem to, int parcels, int life, int batch) {
        World world = new World(SEED, serials.take(parcels), parcels, life, batch, Instant.now());
        return new ScanSender(to.addresses().ingest(), world, batch);
    }

    /** So many scans that the system needs less than a minute until they are visible. */
    public long scansToDrain() {
        system();
        return (long) (visiblePerSecond * SECONDS_TO_DRAIN / BATCH + 1) * BATCH;
    }

    /** Waits until lookups show everything that was acknowledged. */
    public void awaitVisible() {
        awaitVisible(system());
    }

    private static void awaitVisible(BenchSystem system) {
        if (!system.awaitVisible(VISIBLE_WITHIN)) {
            throw new ServerException("Scans were not visible %d minutes after they were accepted."
                    .formatted(VISIBLE_WITHIN.toMinutes()));
        }
    }

    /** What is wrong with a world at rest. */
    public List<String> check(ScanSender sender) {
        return Truth.check(system().addresses(), sender.world(), sender.sent());
    }

    /** The parcels for lookups, loaded when they are needed for the first time. */
    public Library library() {
        if (library == null) {
            library = Library.load(this);
        }
        return library;
    }

    /** The library that a yardstick has loaded. */
    public void keep(Library loaded) {
        library = loaded;
    }

    /** A limit, measured while the system is held. */
    public double alone(DoubleSupplier limit) {
        List<Double> measured = new ArrayList<>();
        system().alone(() -> measured.add(limit.getAsDouble()));
        return measured.getFirst();
    }

    /** How many answers of this size the machine can give in a second; for use within {@link #alone}. */
    public double staticHttp(int answerBytes, int connections) {
        int rounded = Math.max(100, (answerBytes + 99) / 100 * 100);
        return statics.computeIfAbsent(rounded, bytes -> StaticHttp.start(folder.resolve("static-" + bytes), bytes))
                .perSecond(connections, options.shortWindow());
    }

    /** How many scans a second Kafka takes from a single producer; for use within {@link #alone}. */
    public double rawProduce() {
        World world = new World(SEED, 0, 1_000, 10, BATCH, Instant.now());
        List<byte[]> values = LongStream.range(0, 1_000)
                .mapToObj(scan -> new ScanBatch(world).json(scan, 1))
                .toList();
        return RawProduce.perSecond(system().addresses().bootstrapServers(), values, options.shortWindow());
    }

    @Override
    public void close() {
        statics.values().forEach(StaticHttp::close);
        scratch.close();
        if (system != null) {
            system.close();
        }
    }
}

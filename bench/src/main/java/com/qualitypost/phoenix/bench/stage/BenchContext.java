package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.peer.Peers;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.bench.world.AnswerCheck;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.local.screen.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What yardsticks find when they begin: a system that is warm and at rest, and the means to load and to compare it. */
public final class BenchContext implements AutoCloseable {
    private static final long SEED = 20_261_130;
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP_PARCELS = 10_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(3);
    private static final double SECONDS_TO_DRAIN = 45;

    private final Options options;
    private final Screen screen;
    private final Path folder;
    private final Serials serials;
    private final SpareMysql scratch;
    private final Peers peers;
    private final Limits limits;
    private @Nullable BenchSystem system;
    private @Nullable LookupParcels lookupParcels;
    private double visiblePerSecond;

    public BenchContext(Options options, Path folder, Screen screen) {
        this.options = options;
        this.screen = screen;
        this.folder = folder;
        this.serials = new Serials(folder);
        this.scratch = new SpareMysql(folder.resolve("scratch"));
        this.limits = new Limits(folder, scratch, options.shortWindow());
        this.peers = new Peers(folder.resolve("peers"), scratch);
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

    /** For use within {@link #alone}. */
    public Limits limits() {
        return limits;
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

    /** Stops the system and starts it again on its data, cold; returns how many seconds the start took. */
    public double restart() {
        system().close();
        return startAgain();
    }

    /** Starts the system that a yardstick has closed; returns how many seconds that took. */
    public double startAgain() {
        long began = System.nanoTime();
        system = BenchSystem.start(folder.resolve("system"), screen);
        return (System.nanoTime() - began) / 1e9;
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
        fresh.awaitVisible();
        visiblePerSecond = sender.sent() / ((System.nanoTime() - began) / 1e9);
    }

    /** Makes new parcels, and what sends their scans. */
    public ScanSender sender(int parcels, int life, int batch) {
        return sender(system(), parcels, life, batch);
    }

    /** The same for another system. */
    public ScanSender sender(BenchSystem to, int parcels, int life, int batch) {
        return new ScanSender(to.addresses().ingest(), foreign(parcels, life, batch), batch);
    }

    /** How many scans became visible in a second when the system was warmed up. */
    public double visiblePerSecond() {
        system();
        return visiblePerSecond;
    }

    /** So many scans that the system needs less than a minute until they are visible. */
    public long scansToDrain() {
        return ((long) (visiblePerSecond() * SECONDS_TO_DRAIN / BATCH) + 1) * BATCH;
    }

    /** Waits until lookups show everything that was acknowledged. */
    public void awaitVisible() {
        system().awaitVisible();
    }

    /** What is wrong with a world at rest. */
    public List<String> check(ScanSender sender) {
        return check(system(), sender);
    }

    /** The same in another system. */
    public static List<String> check(BenchSystem system, ScanSender sender) {
        return AnswerCheck.check(system.addresses(), sender.world(), sender.sent());
    }

    /** The parcels for lookups, loaded when they are needed for the first time. */
    public LookupParcels lookupParcels() {
        if (lookupParcels == null) {
            lookupParcels = LookupParcels.load(this);
        }
        return lookupParcels;
    }

    /** The lookupParcels that a yardstick has loaded. */
    public void keep(LookupParcels loaded) {
        lookupParcels = loaded;
    }

    /** A limit, measured while the system is held. */
    public double alone(DoubleSupplier limit) {
        List<Double> measured = new ArrayList<>();
        system().alone(() -> measured.add(limit.getAsDouble()));
        return measured.getFirst();
    }

    /** Measures a peer that answers over HTTP while the system is held. */
    public double peer(String name, ToDoubleFunction<Peers> measurement) {
        // Bringing what it needs may take minutes, and the system is not held for so long.
        peers.start(name);
        return alone(() -> measurement.applyAsDouble(peers));
    }

    /** The rows a second that the peer for CDC copies; empty if it is not to be measured. */
    public List<Double> copied() {
        List<Double> rates = new ArrayList<>();
        if (options.peers() && Peers.copies()) {
            peers.startCopying(system().addresses().bootstrapServers());
            system().alone(() -> rates.addAll(peers.copiedPerSecond()));
        }
        return rates;
    }

    /** The names of the peers that take scans and answer lookups; none if they are not to be measured. */
    public List<String> httpPeers() {
        return options.peers() ? Peers.http() : List.of();
    }

    /** Parcels that only peers are told of. */
    public World foreign(int parcels, int life, int batch) {
        return new World(SEED, serials.take(parcels), parcels, life, batch, Instant.now());
    }

    @Override
    public void close() {
        limits.close();
        peers.close();
        scratch.close();
        if (system != null) {
            system.close();
        }
    }
}

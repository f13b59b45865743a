package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.client.Tally;
import com.qualitypost.phoenix.local.client.TrackingClient;
import com.qualitypost.phoenix.local.client.WriterTables;
import com.qualitypost.phoenix.local.client.WriterTables.Counts;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel;
import com.qualitypost.phoenix.local.demo.world.Transmission;
import com.qualitypost.phoenix.local.demo.world.Transmissions;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.List;

/** Simulates a day: first at the pace of the working day, then the rest in one evening upload. */
final class Simulation implements AutoCloseable {
    private static final Duration WORKING_DAY = Duration.ofSeconds(40);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(5);

    private final Screen screen;
    private final int scansPerSecond;
    private final ScanClient gateway;
    private final TrackingClient tracking;
    private final VisibilityProbe prober;
    private final Courier courier;
    private final Backlog drain;
    private final WriterTables tables;

    Simulation(Addresses addresses, Screen screen, int scansPerSecond) {
        this.screen = screen;
        this.scansPerSecond = scansPerSecond;
        this.gateway = new ScanClient(addresses.ingest());
        this.tracking = new TrackingClient(addresses.query());
        this.prober = new VisibilityProbe(tracking);
        this.courier = new Courier(gateway, prober);
        this.drain = new Backlog(addresses);
        this.tables = new WriterTables(addresses);
    }

    DemoResult run(List<DemoParcel> parcels, List<Transmission> transmissions) {
        int evening = beginOfEvening(transmissions);
        screen.say("The working day, at %,d scans a second:".formatted(scansPerSecond));
        courier.sendAtRate(transmissions.subList(0, evening), scansPerSecond, this::progress);
        drain();
        screen.say("The evening upload, as fast as it is accepted:");
        long before = gateway.tally().accepted();
        long began = System.nanoTime();
        courier.upload(Transmissions.packed(transmissions.subList(evening, transmissions.size())), this::progress);
        Duration uploadTook = Duration.ofNanos(System.nanoTime() - began);
        drain();
        Duration drainTook = Duration.ofNanos(System.nanoTime() - began);
        return figures(parcels, gateway.tally().accepted() - before, uploadTook, drainTook);
    }

    private DemoResult figures(List<DemoParcel> parcels, long uploaded, Duration uploadTook, Duration drainTook) {
        NumberRange numbers =
                new NumberRange(parcels.getFirst().number(), parcels.getLast().number());
        Tally tally = gateway.tally();
        Counts counts = tables.counts(numbers);
        List<String> differences = new Expectation(parcels).differences(tally, counts, tables.statuses(numbers));
        return new DemoResult(
                tally,
                counts,
                prober.warmUp(),
                prober.seen(),
                prober.neverSeen(),
                uploaded,
                uploadTook,
                drainTook,
                differences);
    }

    /** A day that is too small for the pace keeps half of its scans for the evening. */
    private int beginOfEvening(List<Transmission> transmissions) {
        long all = transmissions.stream().mapToLong(t -> t.scans().size()).sum();
        long left = Math.min(all / 2, WORKING_DAY.toSeconds() * scansPerSecond);
        int end = 0;
        while (left > 0 && end < transmissions.size()) {
            left -= transmissions.get(end++).scans().size();
        }
        return end;
    }

    private void progress() {
        Tally tally = gateway.tally();
        screen.progress("  sent %,d   accepted %,d   scan to visible %s"
                .formatted(
                        tally.sent(),
                        tally.accepted(),
                        prober.warmUp().isZero()
                                ? "is not measured yet: the system is warming up"
                                : "p50 " + ResultTable.millis(prober.seen().quantile(0.5))));
    }

    private void drain() {
        if (!drain.await(
                DRAIN_LIMIT, left -> screen.progress("  until everything is visible: %,d records".formatted(left)))) {
            throw new ServerException(
                    "The scans were not all visible after %d minutes. ./phoenix status says where they wait."
                            .formatted(DRAIN_LIMIT.toMinutes()));
        }
    }

    @Override
    public void close() {
        prober.close();
        gateway.close();
        tracking.close();
        drain.close();
        tables.close();
    }
}

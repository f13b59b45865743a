package com.qualitypost.phoenix.local.chaos;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.local.chaos.Faults.Fault;
import com.qualitypost.phoenix.local.chaos.content.TableContent;
import com.qualitypost.phoenix.local.chaos.content.TopicContent;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A run: rounds of faults under load (safety), each followed by rest, in which the system has to recover by itself
 * (liveness) and is compared with the ledger.
 */
final class Chaos implements AutoCloseable {
    private static final int DEVICES = 20;
    private static final int FAULTS_A_ROUND = 8;
    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(2);

    private final Screen screen;
    private final Rig rig;
    private final Ledger ledger;
    private final List<SimulatedDevice> devices;
    private final NumberRange numbers;
    private final Couriers couriers;
    private final Customers customers;
    private volatile Nemesis nemesis;

    /**
     * Creates a company on a rig that may have others.
     *
     * @param number of the company, from 0: no other company has its parcels and devices
     * @param folder for its ledger
     */
    Chaos(Rig rig, int number, Path folder, int scansPerSecond, Screen screen) {
        this.screen = screen;
        this.rig = rig;
        this.ledger = new Ledger(folder.resolve("ledger-" + number + ".txt"));
        this.nemesis = nemesis(0, _ -> true);
        Instant now = Instant.now();
        this.devices = IntStream.range(number * DEVICES, (number + 1) * DEVICES)
                .mapToObj(index -> new SimulatedDevice(index, new Random(index), now))
                .toList();
        this.numbers = SimulatedDevice.numbers(number * DEVICES, (number + 1) * DEVICES - 1);
        URI[] gateways = rig.addresses(Component.INGEST).toArray(URI[]::new);
        this.couriers = new Couriers(new ScanClient(gateways), ledger, devices, scansPerSecond);
        this.customers =
                new Customers(rig.addresses(Component.QUERY), () -> anyDevice().anyNumber(), this::noDatabaseAnswers);
    }

    /**
     * Starts new rounds until the time is over, or a promise is broken.
     *
     * @param chosen the faults to choose from
     */
    Verdict run(long seed, Duration time, Predicate<Fault> chosen) {
        nemesis = nemesis(seed, chosen);
        List<Fault> faults = new ArrayList<>();
        List<Duration> whole = new ArrayList<>();
        List<String> findings = List.of();
        long end = System.nanoTime() + time.toNanos();
        do {
            screen.say("  round %d".formatted(whole.size() + 1));
            couriers.work();
            faults.addAll(nemesis.rage(FAULTS_A_ROUND));
            findings = rest(whole);
        } while (findings.isEmpty() && System.nanoTime() - end < 0);
        return verdict(seed, faults, whole, findings);
    }

    /** Runs a single round, in which this is done instead of random faults. */
    Verdict during(Runnable trouble) {
        List<Duration> whole = new ArrayList<>();
        couriers.work();
        trouble.run();
        List<String> findings = rest(whole);
        return verdict(0, List.of(), whole, findings);
    }

    private Verdict verdict(long seed, List<Fault> faults, List<Duration> whole, List<String> findings) {
        return new Verdict(
                seed,
                faults,
                ledger.read().acknowledged().size(),
                whole,
                couriers.brokenOff(),
                customers.report(),
                findings);
    }

    private Nemesis nemesis(long seed, Predicate<Fault> chosen) {
        List<Fault> all = Faults.of(rig);
        List<Fault> faults = all.stream().filter(chosen).toList();
        if (faults.isEmpty()) {
            throw new ServerException("There is no such fault. Choose from:\n  "
                    + all.stream().map(Fault::toString).distinct().collect(joining("\n  ")));
        }
        return new Nemesis(faults, this::isAllowed, new Random(seed), screen);
    }

    private List<String> rest(List<Duration> whole) {
        long healed = System.nanoTime();
        if (!rig.becomesWell()) {
            return List.of(rig.notWell());
        }
        double well = seconds(healed);
        List<String> findings = new ArrayList<>(couriers.rest());
        try (Backlog drain = new Backlog(rig.addresses());
                TopicContent topics = new TopicContent(rig.kafka().bootstrapServers(), numbers);
                TableContent tables = new TableContent(rig.addresses(), numbers)) {
            if (!drain.await(CATCH_UP_LIMIT, left -> screen.progress("    %,d records left".formatted(left)))) {
                findings.add("not caught up %d s after everything was well and every scan acknowledged"
                        .formatted(CATCH_UP_LIMIT.toSeconds()));
            }
            whole.add(Duration.ofNanos(System.nanoTime() - healed));
            Ledger.Pages pages = ledger.read();
            findings.addAll(Checker.check(
                    pages, devices.stream().map(SimulatedDevice::name).toList(), topics, tables));
            findings.addAll(customers.report().findings());
            screen.say("    healthy %.1f s after healing, caught up after %.1f s; %,d acknowledged scans checked: %s"
                    .formatted(
                            well,
                            whole.getLast().toMillis() / 1e3,
                            pages.acknowledged().size(),
                            findings.isEmpty() ? "ok" : findings));
        }
        return findings;
    }

    /** One of the two query nodes has to be up, as behind any load balancer. */
    private boolean isAllowed(Fault fault) {
        List<ApplicationNode> queries = rig.nodes(Component.QUERY);
        return queries.stream().noneMatch(node -> fault.parts().contains(node.toString()))
                || queries.stream()
                        .filter(node -> !fault.parts().contains(node.toString()))
                        .allMatch(rig::isWell);
    }

    private boolean noDatabaseAnswers() {
        return rig.databases().areAway() || nemesis.hasStruckBoth(Databases.WRITER, Databases.READER);
    }

    private SimulatedDevice anyDevice() {
        return devices.get(ThreadLocalRandom.current().nextInt(devices.size()));
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    @Override
    public void close() {
        customers.close();
        couriers.close();
        ledger.close();
    }
}

package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.client.Drain;
import com.qualitypost.phoenix.local.client.Gateway;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Part;
import com.qualitypost.phoenix.servers.Folders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A run: rounds of faults under load (safety), each followed by rest, in which the system has to become whole by itself
 * (liveness) and is compared with the ledger.
 */
final class Chaos implements AutoCloseable {
    private static final int DEVICES = 20;
    private static final int FAULTS_A_ROUND = 8;
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(30);

    private final Screen screen;
    private final Rig rig;
    private final Ledger ledger;
    private final Couriers couriers;
    private final Customers customers;
    private volatile Nemesis nemesis;

    private Chaos(Path folder, int rate, Screen screen) {
        this.screen = screen;
        this.rig = Rig.start(folder);
        this.ledger = new Ledger(folder.resolve("ledger.txt"));
        this.nemesis = nemesis(0);
        Instant now = Instant.now();
        List<Device> devices = IntStream.range(0, DEVICES)
                .mapToObj(index -> new Device(index, new Random(index), now))
                .toList();
        URI[] gateways = rig.addresses(Part.INGEST).toArray(URI[]::new);
        this.couriers = new Couriers(new Gateway(gateways), ledger, devices, rate);
        this.customers =
                new Customers(rig.addresses(Part.QUERY), () -> anyOf(devices).anyNumber(), this::noDatabaseAnswers);
    }

    /** Everything of the last time in this folder is forgotten. */
    static Chaos start(Path folder, int scansPerSecond, Screen screen) {
        Folders.remove(folder);
        long began = System.nanoTime();
        screen.say("Starting three brokers, two databases, a registry and two of each application.");
        Chaos chaos = new Chaos(folder, scansPerSecond, screen);
        screen.say("Up in %.1f s; logs and ledger are in %s.".formatted(seconds(began), folder));
        return chaos;
    }

    /** New rounds begin until the time is over, or a promise is broken. */
    Verdict run(long seed, Duration time) {
        screen.say("Seed %d".formatted(seed));
        nemesis = nemesis(seed);
        List<Fault> faults = new ArrayList<>();
        List<Duration> caughtUp = new ArrayList<>();
        List<String> findings = List.of();
        long end = System.nanoTime() + time.toNanos();
        do {
            screen.say("  round %d".formatted(caughtUp.size() + 1));
            couriers.work();
            faults.addAll(nemesis.rage(FAULTS_A_ROUND));
            findings = rest(caughtUp);
        } while (findings.isEmpty() && System.nanoTime() - end < 0);
        return new Verdict(seed, faults, ledger.read().acknowledged().size(), caughtUp, customers.report(), findings);
    }

    private Nemesis nemesis(long seed) {
        return new Nemesis(Faults.of(rig), this::isAllowed, new Random(seed), screen);
    }

    private List<String> rest(List<Duration> caughtUp) {
        long healed = System.nanoTime();
        rig.awaitWell();
        double well = seconds(healed);
        couriers.rest();
        healed = System.nanoTime();
        List<String> findings = new ArrayList<>();
        try (Drain drain = new Drain(rig.addresses());
                TopicContent topics = new TopicContent(rig.kafka().bootstrapServers());
                TableContent tables = new TableContent(rig.addresses())) {
            if (!drain.await(CATCH_UP_LIMIT, left -> screen.progress("    %,d records left".formatted(left)))) {
                findings.add("not caught up %d s after all was healed".formatted(CATCH_UP_LIMIT.toSeconds()));
            }
            caughtUp.add(Duration.ofNanos(System.nanoTime() - healed));
            Ledger.Pages pages = ledger.read();
            findings.addAll(new Checker(pages).check(topics, tables));
            findings.addAll(customers.report().findings());
            screen.say("    all well after %.1f s, caught up in %.1f s; %,d acknowledged scans checked: %s"
                    .formatted(
                            well,
                            caughtUp.getLast().toMillis() / 1e3,
                            pages.acknowledged().size(),
                            findings.isEmpty() ? "ok" : findings));
        }
        return findings;
    }

    /** One of the two query nodes has to be there, as behind any load balancer. */
    private boolean isAllowed(Fault fault) {
        return rig.nodes().stream()
                .filter(node -> node.part() == Part.QUERY && fault.part().startsWith(Part.QUERY.folder()))
                .filter(node -> !node.toString().equals(fault.part()))
                .allMatch(rig::isWell);
    }

    private boolean noDatabaseAnswers() {
        return nemesis.hasStruck(Databases.WRITER) && nemesis.hasStruck(Databases.READER);
    }

    private static Device anyOf(List<Device> devices) {
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
        rig.close();
    }
}

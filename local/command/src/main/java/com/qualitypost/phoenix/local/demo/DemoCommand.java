package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.demo.world.DemoDay;
import com.qualitypost.phoenix.local.merchant.Keys;
import com.qualitypost.phoenix.local.screen.Positive;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.PortShift;
import com.qualitypost.phoenix.local.stack.Shutdown;
import com.qualitypost.phoenix.local.stack.Start;
import com.qualitypost.phoenix.local.stack.Turn;
import com.qualitypost.phoenix.local.stack.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./phoenix demo}. */
@Command(
        name = "demo",
        description = "Starts everything, simulates a day of a parcel company and shows the results.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** The serial numbers above this are for tests. */
    private static final int SERIALS = 99_000_000;

    @Mixin
    private PortShift shift = new PortShift();

    @Option(names = "--exit", description = "stops everything after the table instead of waiting for Ctrl-C")
    private boolean exit;

    @Option(
            names = "--parcels",
            paramLabel = "N",
            defaultValue = "2000",
            converter = Positive.class,
            description = "default: ${DEFAULT-VALUE}")
    private int parcels;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            converter = Positive.class,
            description = "scans a second during the working day, default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "another seed gives another day")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = new Screen();
        Installation here = shift.installation();
        Start start = new Start(here, screen);
        boolean wasUp;
        BooleanSupplier stopping;
        try (Turn _ = Turn.take()) {
            wasUp = !here.isNobodys();
            stopping = wasUp ? () -> false : new Shutdown(here, screen).atExit("Stopping:")::isStopping;
            start.run();
        }
        Thread watch = Thread.ofVirtual().start(new Watch(here, screen, stopping)::run);
        Addresses addresses = here.addresses();
        // The serials are new each time, so that a second day does not reuse the parcels of the first.
        int firstSerial = ThreadLocalRandom.current().nextInt(SERIALS - parcels);
        DemoDay today = DemoDay.of(seed, firstSerial, parcels, Instant.now().minus(Duration.ofMinutes(1)));
        DemoResult figures;
        try (Simulation simulation = new Simulation(addresses, screen, rate)) {
            figures = simulation.run(today.parcels(), today.transmissions());
        }
        ResultTable.of(figures).forEach(screen::say);
        try (Keys keys = new Keys(addresses.management())) {
            String live = keys.add(today.merchant(), false).key();
            String test = keys.add(today.merchant(), true).key();
            today.toTry(addresses.query(), live).forEach(screen::say);
            screen.say(today.toWalk(addresses.ingest(), test));
        }
        if (!exit && !wasUp) {
            start.sayAddresses();
            screen.say("Ctrl-C stops everything.");
            watch.join();
        }
        return figures.differences().isEmpty() ? 0 : 1;
    }
}

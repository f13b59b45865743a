package com.qualitypost.phoenix.local.demo.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that reports scans.
 *
 * @param ahead how far its clock is ahead of the true time; null if it does not send its clock
 */
record DemoDevice(String id, String source, @Nullable Duration ahead) {
    /** Its clock was never set after a change of battery. */
    static final DemoDevice WITH_A_WRONG_CLOCK =
            new DemoDevice("HH-GDL-2", "HANDHELD", Duration.ofHours(-5).minusMinutes(17));

    /** A courier who drives for hours without a network. */
    static final DemoDevice IN_THE_DEAD_SPOT = courier(Depot.MID, 1);

    /** Old, wrong, and silent about its clock: nobody can correct it. */
    static final DemoDevice FROM_THE_FUTURE = new DemoDevice("HH-OLD-1", "HANDHELD", null);

    static final int COURIERS_PER_DEPOT = 4;
    static final int MERCHANTS = 25;

    static DemoDevice courier(Depot depot, int number) {
        String id = "HH-" + depot.name() + "-" + number;
        return id.equals(WITH_A_WRONG_CLOCK.id) ? WITH_A_WRONG_CLOCK : new DemoDevice(id, "HANDHELD", Duration.ZERO);
    }

    static DemoDevice scanner(Depot depot) {
        return new DemoDevice("SC-" + depot.name(), "DEPOT", Duration.ZERO);
    }

    static DemoDevice merchant(int number) {
        return new DemoDevice("M-" + number, "MERCHANT", Duration.ZERO);
    }

    /** What it shows at a true time. */
    Instant shows(Instant time) {
        return ahead == null ? time : time.plus(ahead);
    }
}

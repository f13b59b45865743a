package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.ServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Strikes one part after the other, up to three at a time, at moments that its random generator picks. */
final class Nemesis {
    private static final int AT_A_TIME = 3;
    private static final Duration BETWEEN = Duration.ofMillis(1_500);

    private final List<Fault> faults;
    private final Predicate<Fault> allowed;
    private final RandomGenerator random;
    private final Screen screen;
    private final Set<String> struck = ConcurrentHashMap.newKeySet();
    private final List<Fault> open = new ArrayList<>();

    /** @param allowed whether a fault may strike now: something may have to be left over that can answer */
    Nemesis(List<Fault> faults, Predicate<Fault> allowed, RandomGenerator random, Screen screen) {
        this.faults = faults;
        this.allowed = allowed;
        this.random = random;
        this.screen = screen;
    }

    /** Whether a part is struck now. */
    boolean hasStruck(String part) {
        return struck.contains(part);
    }

    /** Strikes so many times; all is healed when it returns. */
    List<Fault> rage(int times) {
        List<Fault> done = new ArrayList<>();
        while (done.size() < times) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            boolean overlaps = random.nextInt(3) == 0;
            long lasts = random.nextLong(
                    fault.atMost().toMillis() / 8, fault.atMost().toMillis());
            if (struck.contains(fault.part()) || !allowed.test(fault)) {
                continue;
            }
            screen.say("    %-34s for %4.1f s%s"
                    .formatted(fault, lasts / 1e3, open.isEmpty() ? "" : ", while " + open + " last"));
            struck.add(fault.part());
            open.add(fault);
            fault.strike().run();
            done.add(fault);
            if (overlaps && open.size() < AT_A_TIME) {
                pause(Duration.ofMillis(lasts).dividedBy(4));
            } else {
                pause(Duration.ofMillis(lasts));
                healAll();
                pause(BETWEEN.multipliedBy(random.nextInt(3)));
            }
        }
        healAll();
        return done;
    }

    private void healAll() {
        // A reader that starts asks the writer.
        open.sort(Comparator.comparing(fault -> !fault.part().equals(Databases.WRITER)));
        open.forEach(fault -> {
            fault.heal().run();
            struck.remove(fault.part());
        });
        open.clear();
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted between two faults", e);
        }
    }
}

package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.Faults.Fault;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Injects one fault after the other, up to three at a time, at moments that its random generator chooses. */
final class Nemesis {
    private static final int AT_A_TIME = 3;
    private static final Duration BETWEEN = Duration.ofMillis(1_500);
    private static final Duration ALLOWED_WITHIN = Duration.ofSeconds(150);

    private final List<Fault> faults;
    private final Predicate<Fault> allowed;
    private final RandomGenerator random;
    private final Screen screen;
    private final Map<String, Fault> struck = new ConcurrentHashMap<>();
    private final List<Fault> open = new ArrayList<>();

    /** @param allowed whether a fault may strike now: something may have to be left that can answer */
    Nemesis(List<Fault> faults, Predicate<Fault> allowed, RandomGenerator random, Screen screen) {
        this.faults = faults;
        this.allowed = allowed;
        this.random = random;
        this.screen = screen;
    }

    /** Whether two parts are affected now, each by a fault of its own. */
    boolean hasStruckBoth(String one, String other) {
        Fault first = struck.get(one);
        Fault second = struck.get(other);
        return first != null && second != null && first != second;
    }

    /** Injects this many faults; everything is healed when it returns. */
    List<Fault> rage(int times) {
        List<Fault> done = new ArrayList<>();
        while (done.size() < times) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            boolean overlaps = random.nextInt(3) == 0;
            long lasts = random.nextLong(
                    fault.atMost().toMillis() / 8, fault.atMost().toMillis());
            if (!isFree(fault)) {
                healUnlessAnyIsFree();
                continue;
            }
            // Waits instead of skipping the fault: the choice must not depend on how fast this machine is.
            if (!allowed.test(fault)) {
                healAll();
                Await.holds(ALLOWED_WITHIN, () -> allowed.test(fault));
            }
            screen.say("    %-52s for %4.1f s%s"
                    .formatted(fault, lasts / 1e3, open.isEmpty() ? "" : ", while " + open + " last"));
            fault.parts().forEach(part -> struck.put(part, fault));
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

    private boolean isFree(Fault fault) {
        return Collections.disjoint(struck.keySet(), fault.parts());
    }

    /** If few faults are chosen, those that are active may leave nothing else to do. */
    private void healUnlessAnyIsFree() {
        if (faults.stream().noneMatch(this::isFree)) {
            healAll();
        }
    }

    private void healAll() {
        // A reader that starts needs the writer.
        open.sort(Comparator.comparing(fault -> !fault.parts().contains(Databases.WRITER)));
        open.forEach(fault -> {
            fault.heal().run();
            struck.keySet().removeAll(fault.parts());
        });
        open.clear();
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted between two faults", e);
        }
    }
}

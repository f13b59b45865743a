package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What goes wrong on a real day: the same transmissions, late, in the wrong order and more than once. */
final class Disturbances {
    private static final double RESENT = 0.05;
    private static final double TWICE_IN_ONE_BATCH = 0.005;
    private static final double LATE = 0.05;
    private static final double DISORDERED = 0.2;
    private static final int RESENT_AFTER = 20;

    private record Sent(double turn, Transmission transmission) {}

    private final Random random;
    private final List<Sent> sent = new ArrayList<>();

    Disturbances(Random random) {
        this.random = random;
    }

    /** The day as it really arrives, with odd scans in between at any time. */
    List<Transmission> on(List<Transmission> clean, List<Transmission> strange) {
        sent.clear();
        int end = clean.size();
        for (int turn = 0; turn < end; turn++) {
            add(clean.get(turn), turn, end);
        }
        // In order among themselves: of two that contradict each other the first one counts.
        double place = random.nextDouble(end);
        for (Transmission transmission : strange) {
            sent.add(new Sent(place, transmission));
            place += random.nextDouble(end - place) / strange.size();
        }
        return sent.stream()
                .sorted(Comparator.comparingDouble(Sent::turn))
                .map(Sent::transmission)
                .toList();
    }

    private void add(Transmission clean, int turn, int end) {
        Transmission transmission = repeating(disordered(clean));
        boolean cutOff = clean.device().equals(DemoDevice.IN_THE_DEAD_SPOT);
        boolean late = random.nextDouble() < LATE;
        double sentAt = cutOff ? end + turn : late ? turn + random.nextDouble(end - turn) : turn;
        sent.add(new Sent(sentAt, transmission));
        if (random.nextDouble() < RESENT) {
            // The answer was lost, so the device sends the same again.
            sent.add(new Sent(sentAt + 1 + random.nextInt(RESENT_AFTER), transmission.again()));
        }
    }

    private Transmission disordered(Transmission transmission) {
        if (random.nextDouble() >= DISORDERED) {
            return transmission;
        }
        List<Scan> shuffled = new ArrayList<>(transmission.scans());
        Collections.shuffle(shuffled, random);
        return transmission.with(shuffled);
    }

    private Transmission repeating(Transmission transmission) {
        if (random.nextDouble() >= TWICE_IN_ONE_BATCH) {
            return transmission;
        }
        List<Scan> twice = new ArrayList<>(transmission.scans());
        twice.add(twice.getFirst());
        return transmission.with(twice);
    }
}

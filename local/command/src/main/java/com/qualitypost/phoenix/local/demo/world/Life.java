package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Builds the life of one parcel, step by step, each after a pause of some minutes. */
final class Life {
    /** Something that happens after a pause. */
    record Step(Duration pause, Depot near, DemoDevice device, Kind kind, Map<String, Object> more) {}

    private static final Kind[] LOSSES = {Kind.LOST, Kind.DESTROYED, Kind.STOLEN};

    private final RandomGenerator random;
    private final Depot origin;
    private final Depot destination;
    private final DemoDevice merchant;
    private final DemoDevice collecting;
    private final DemoDevice delivering;
    private final List<Step> steps = new ArrayList<>();

    Life(RandomGenerator random) {
        Depot[] depots = Depot.values();
        this.random = random;
        this.origin = depots[random.nextInt(depots.length)];
        this.destination = depots[random.nextInt(depots.length)];
        this.merchant = DemoDevice.merchant(1 + random.nextInt(DemoDevice.MERCHANTS));
        this.collecting = courierOf(origin);
        this.delivering = courierOf(destination);
    }

    Depot destination() {
        return destination;
    }

    DemoDevice merchant() {
        return merchant;
    }

    List<Step> steps() {
        return steps;
    }

    void order() {
        add(0, 1, origin, merchant, Kind.TICKET_ISSUED, Map.of());
    }

    void cancel() {
        add(5, 60, origin, merchant, Kind.VOIDED, Map.of());
    }

    void lose() {
        add(120, 240, origin, DemoDevice.scanner(origin), LOSSES[random.nextInt(LOSSES.length)], Map.of());
    }

    void takeOut(int atLeast, int atMost) {
        add(atLeast, atMost, destination, delivering, Kind.OUT_FOR_DELIVERY, at(destination.place()));
    }

    void pickUp() {
        add(30, 120, origin, collecting, Kind.PICKED_UP, at(origin.city()));
    }

    /** Covers this share of the way to the destination's depot. */
    void travel(double share) {
        pickUp();
        List<Depot> route = origin.routeTo(destination);
        for (Depot depot : route.subList(0, Math.max(1, (int) Math.ceil(route.size() * share)))) {
            DemoDevice scanner = DemoDevice.scanner(depot);
            add(30, depot == origin ? 60 : 150, depot, scanner, Kind.ARRIVED, at(depot.place()));
            add(5, 20, depot, scanner, Kind.SORTED, at(depot.place()));
            if (depot != destination) {
                Depot next = route.get(route.indexOf(depot) + 1);
                add(10, 40, depot, scanner, Kind.DEPARTED, Map.of("place", depot.place(), "next_place", next.place()));
            }
        }
    }

    void hold(Kind kind, Reason reason) {
        travel(0.7);
        Depot last = steps.getLast().near;
        add(10, 60, last, DemoDevice.scanner(last), kind, Map.of("place", last.place(), "reason", reason.code()));
    }

    void deliver(String to) {
        add(
                20,
                150,
                destination,
                delivering,
                Kind.DELIVERED,
                Map.of("place", destination.city(), "delivered_to", to, "cash_collected", random.nextInt(6) == 0));
    }

    void fail(Reason reason) {
        add(
                20,
                120,
                destination,
                delivering,
                Kind.DELIVERY_FAILED,
                Map.of("place", destination.city(), "reason", reason.code()));
    }

    void goBack(boolean arrives) {
        scan(Kind.RETURN_STARTED, Map.of("reason", Reason.CONSIGNEE_REFUSED.code()));
        scan(Kind.DEPARTED, Map.of("next_place", origin.place()));
        if (arrives) {
            add(90, 150, origin, DemoDevice.scanner(origin), Kind.ARRIVED, at(origin.place()));
            add(30, 60, origin, collecting, Kind.RETURNED_TO_SENDER, at(origin.city()));
        }
    }

    /** At the destination's depot. */
    void scan(Kind kind, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("place", destination.place());
        add(15, 45, destination, DemoDevice.scanner(destination), kind, all);
    }

    private void add(int atLeast, int atMost, Depot near, DemoDevice device, Kind kind, Map<String, Object> more) {
        Duration pause = Duration.ofMinutes(atLeast).plusMillis(random.nextLong(1, (atMost - atLeast) * 60_000L));
        steps.add(new Step(pause, near, device, kind, more));
    }

    private DemoDevice courierOf(Depot depot) {
        return DemoDevice.courier(depot, 1 + random.nextInt(DemoDevice.COURIERS_PER_DEPOT));
    }

    private static Map<String, Object> at(ScanPlace place) {
        return Map.of("place", place);
    }
}

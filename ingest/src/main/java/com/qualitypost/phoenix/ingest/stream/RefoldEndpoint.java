package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * Folds all shipments of this process again that other rules have folded, in small steps between the scans. A partition
 * that moves to another process, or comes back after a restart, takes the request and its progress along.
 */
@Component
@Endpoint(id = "refold")
class RefoldEndpoint {
    static final String STORE = "refolding";
    static final Duration PAUSE = Duration.ofMillis(100);
    private static final int STEP = 200;
    private static final Duration LONGEST_STEP = Duration.ofMillis(20);
    private static final String HEARD = "heard";
    private static final String AFTER = "after";

    /** When it was requested; later than each earlier request, whatever the clock says. */
    private final AtomicLong wish = new AtomicLong();

    private final Set<Pass> passes = ConcurrentHashMap.newKeySet();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong refolded = new AtomicLong();

    /**
     * How far it has come.
     *
     * @param running whether any partition still has shipments ahead, or no partition is here to take the request
     * @param partitions here now; fewer than before while some are moving
     * @param seen shipments looked at since the process started
     * @param refolded shipments folded again since then
     */
    record Report(boolean running, int partitions, long seen, long refolded) {}

    @WriteOperation
    Report begin() {
        long last = LongStream.concat(LongStream.of(wish.get()), passes.stream().mapToLong(pass -> pass.heard))
                .max()
                .orElse(0);
        wish.set(Math.max(System.currentTimeMillis(), last + 1));
        return report();
    }

    @ReadOperation
    Report report() {
        boolean running = passes.isEmpty() ? wish.get() > 0 : passes.stream().anyMatch(Pass::isWanted);
        return new Report(running, passes.size(), seen.get(), refolded.get());
    }

    Pass pass(
            KeyValueStore<String, ShipmentHistory> histories,
            KeyValueStore<String, String> places,
            int version,
            BiConsumer<String, ShipmentHistory> refold) {
        Pass pass = new Pass(histories, places, version, refold);
        passes.add(pass);
        return pass;
    }

    /** The pass through one partition's shipments. */
    final class Pass {
        private final KeyValueStore<String, ShipmentHistory> histories;
        private final KeyValueStore<String, String> places;
        private final int version;
        private final BiConsumer<String, ShipmentHistory> refold;
        private volatile long heard;

        /** Unknown until its first step, which reads what the partition brought along. */
        private volatile boolean more = true;

        private Pass(
                KeyValueStore<String, ShipmentHistory> histories,
                KeyValueStore<String, String> places,
                int version,
                BiConsumer<String, ShipmentHistory> refold) {
            this.histories = histories;
            this.places = places;
            this.version = version;
            this.refold = refold;
        }

        private boolean isWanted() {
            return more || heard < wish.get();
        }

        void step() {
            long wished = wish.get();
            String known = places.get(HEARD);
            String after = places.get(AFTER);
            heard = known == null ? 0 : Long.parseLong(known);
            if (heard < wished) {
                places.put(HEARD, Long.toString(wished));
                heard = wished;
                after = "";
            }
            if (after != null) {
                after = next(after);
                places.put(AFTER, after);
            }
            more = after != null;
        }

        /** Called when the partition moves to another process. */
        void end() {
            passes.remove(this);
        }

        /** Returns the last shipment looked at, or null if there are no more. */
        private @Nullable String next(String after) {
            long begun = System.nanoTime();
            String last = after;
            try (KeyValueIterator<String, ShipmentHistory> from = histories.range(after, null)) {
                for (int count = 0; from.hasNext(); ) {
                    KeyValue<String, ShipmentHistory> shipment = from.next();
                    if (shipment.key.equals(after)) {
                        continue;
                    }
                    // A step takes few large shipments: scans wait meanwhile.
                    if (count++ == STEP || System.nanoTime() - begun > LONGEST_STEP.toNanos() && count > 1) {
                        return last;
                    }
                    last = shipment.key;
                    seen.incrementAndGet();
                    if (shipment.value.getRulesVersion() != version) {
                        refold.accept(shipment.key, shipment.value);
                        refolded.incrementAndGet();
                    }
                }
            }
            return null;
        }
    }
}

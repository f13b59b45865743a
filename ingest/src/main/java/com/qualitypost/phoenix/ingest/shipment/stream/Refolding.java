package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** Folds all shipments of this process again that other rules have folded, in small steps between the scans. */
@Component
@Endpoint(id = "refold")
class Refolding {

    static final Duration PAUSE = Duration.ofMillis(100);
    private static final int STEP = 200;

    private final AtomicInteger wanted = new AtomicInteger();
    private final Set<Pass> passes = ConcurrentHashMap.newKeySet();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong refolded = new AtomicLong();

    /**
     * How far it is.
     *
     * @param running whether any partition of this process still has some before it
     * @param seen shipments looked at since the process began
     * @param refolded shipments folded again since then
     */
    record Report(boolean running, long seen, long refolded) {}

    @WriteOperation
    Report begin() {
        wanted.incrementAndGet();
        return report();
    }

    @ReadOperation
    Report report() {
        return new Report(passes.stream().anyMatch(Pass::isWanted), seen.get(), refolded.get());
    }

    Pass pass(
            KeyValueStore<String, ShipmentHistory> histories, int version, BiConsumer<String, ShipmentHistory> refold) {
        Pass pass = new Pass(histories, version, refold);
        passes.add(pass);
        return pass;
    }

    /** The way through one partition's shipments. */
    final class Pass {

        private final KeyValueStore<String, ShipmentHistory> histories;
        private final int version;
        private final BiConsumer<String, ShipmentHistory> refold;
        private volatile int done = wanted.get();
        private int goal = done;
        private @Nullable String last;

        private Pass(
                KeyValueStore<String, ShipmentHistory> histories,
                int version,
                BiConsumer<String, ShipmentHistory> refold) {
            this.histories = histories;
            this.version = version;
            this.refold = refold;
        }

        boolean isWanted() {
            return done != wanted.get();
        }

        void step() {
            if (goal == done && isWanted()) {
                goal = wanted.get();
                last = null;
            }
            if (goal != done && !next()) {
                done = goal;
            }
        }

        /** The partition goes elsewhere. */
        void end() {
            passes.remove(this);
        }

        /** Returns whether there is more. */
        private boolean next() {
            String after = last;
            try (KeyValueIterator<String, ShipmentHistory> from = histories.range(after, null)) {
                for (int count = 0; from.hasNext(); ) {
                    KeyValue<String, ShipmentHistory> shipment = from.next();
                    if (shipment.key.equals(after)) {
                        continue;
                    }
                    if (count++ == STEP) {
                        return true;
                    }
                    last = shipment.key;
                    seen.incrementAndGet();
                    if (shipment.value.getRulesVersion() != version) {
                        refold.accept(shipment.key, shipment.value);
                        refolded.incrementAndGet();
                    }
                }
            }
            return false;
        }
    }
}

package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.util.Comparator;

/** Fences a shipment's rows: the state with the greater revision is the newer one. */
record Revision(int generation, long number) implements Comparable<Revision> {
    private static final Comparator<Revision> ORDER =
            Comparator.comparingInt(Revision::generation).thenComparingLong(Revision::number);

    static Revision of(ShipmentEvent event) {
        return new Revision(event.getGeneration(), event.getRevision());
    }

    static Revision of(ShipmentState state) {
        return new Revision(state.getGeneration(), state.getRevision());
    }

    static Revision newer(Revision one, Revision other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }
}

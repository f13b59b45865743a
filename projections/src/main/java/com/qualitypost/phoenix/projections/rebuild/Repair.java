package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.merchant.MerchantShipments;
import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.rebuild.Comparison.Difference;
import com.qualitypost.phoenix.projections.tracking.TrackingProjector;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repairs damaged answers. A difference may only mean that a change is still on its way through the binlog: it is
 * damage if it is still there once everything has come through that was committed before it was first seen.
 */
@Component
class Repair {
    private static final String NOW = "SELECT UTC_TIMESTAMP(3)";
    private static final String CAME_THROUGH = "SELECT COALESCE(%s > :time, FALSE) FROM %s WHERE %s"
            .formatted(CdcPosition.AS_OF, CdcPosition.ROW, CdcPosition.IS_THE_ROW);

    private final Projector projector;
    private final TrackingProjector tracking;
    private final MerchantShipments merchants;
    private final Comparison comparison;
    private final JdbcClient db;

    Repair(
            Projector projector,
            TrackingProjector tracking,
            MerchantShipments merchants,
            Comparison comparison,
            JdbcClient db) {
        this.projector = projector;
        this.tracking = tracking;
        this.merchants = merchants;
        this.comparison = comparison;
        this.db = db;
    }

    /** The database's time. */
    LocalDateTime now() {
        return db.sql(NOW).query(LocalDateTime.class).single();
    }

    /** Whether everything committed before this time is in the answers. */
    boolean cameThrough(LocalDateTime time) {
        return db.sql(CAME_THROUGH).param("time", time).query(Boolean.class).single();
    }

    /** Repairs those that still differ as before, numbered and announced like any change; returns what was damaged. */
    List<Damage> repair(long epoch, SortedMap<String, Difference> before) {
        var damaged = new TreeMap<String, Difference>();
        projector.between(epoch, position -> {
            damaged.clear();
            damaged.putAll(comparison.of(new TreeSet<>(before.keySet())));
            damaged.entrySet().removeIf(now -> !now.getValue().equals(before.get(now.getKey())));
            return repaired(position, damaged);
        });
        return damaged.values().stream().map(Difference::damage).toList();
    }

    /** Repairs them within the caller's transaction; returns the position after the resulting changes. */
    Position repaired(Position position, SortedMap<String, Difference> damaged) {
        if (damaged.isEmpty()) {
            return position;
        }
        List<ShipmentRecord> shipments = damaged.values().stream()
                .map(Difference::shipment)
                .flatMap(Optional::stream)
                .toList();
        List<String> surplus = damaged.entrySet().stream()
                .filter(entry -> entry.getValue().shipment().isEmpty())
                .map(SortedMap.Entry::getKey)
                .toList();
        var batch = new ChangeBatch(shipments, surplus, null, "");
        tracking.replace(batch, position.changeSeq());
        merchants.replace(batch);
        return position.numbered(position.changeSeq() + batch.changes());
    }
}

package peer;

import static java.util.Comparator.comparing;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes scans and what they make of their parcels. */
@Service
class ShipmentRecorder {
    private final Shipments shipments;
    private final Scans scans;
    private final EntityManager entities;

    ShipmentRecorder(Shipments shipments, Scans scans, EntityManager entities) {
        this.shipments = shipments;
        this.scans = scans;
        this.entities = entities;
    }

    @Transactional
    public void record(List<NewScan> batch) {
        Map<String, Shipment> states = new HashMap<>();
        shipments
                .findByNumberInOrderByNumber(
                        batch.stream().map(NewScan::number).distinct().toList())
                .forEach(shipment -> states.put(shipment.number, shipment));
        Set<UUID> known = scans.findKnown(batch.stream().map(NewScan::id).toList());
        // In this order the new rows of two transactions cannot lock each other out.
        for (NewScan scan : batch.stream().sorted(comparing(NewScan::number)).toList()) {
            if (known.add(scan.id())) {
                // Not save(), which would look for each row first.
                entities.persist(new Scan(scan));
                states.computeIfAbsent(scan.number(), _ -> added(new Shipment(scan))).take(scan);
            }
        }
    }

    private Shipment added(Shipment shipment) {
        entities.persist(shipment);
        return shipment;
    }
}

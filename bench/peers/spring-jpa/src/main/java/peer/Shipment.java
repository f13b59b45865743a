package peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The state of a parcel: the kind of its newest scan. */
@Entity
class Shipment {
    @Id
    String number;

    String state;
    Instant at;

    protected Shipment() {}

    Shipment(NewScan first) {
        number = first.number();
        state = first.kind();
        at = first.at();
    }

    void take(NewScan scan) {
        if (scan.at().isAfter(at)) {
            state = scan.kind();
            at = scan.at();
        }
    }
}

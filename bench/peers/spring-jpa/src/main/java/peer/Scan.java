package peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A row of a parcel's history, which is never changed. */
@Entity
class Scan {
    @Id
    UUID id;

    String number;
    String kind;
    Instant at;

    protected Scan() {}

    Scan(NewScan scan) {
        id = scan.id();
        number = scan.number();
        kind = scan.kind();
        at = scan.at();
    }
}

package peer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The history of all parcels. */
interface Scans extends Repository<Scan, UUID> {
    /** A line of the answer. */
    record Event(UUID id, String kind, Instant at) {}

    @Query("SELECT scan.id FROM Scan scan WHERE scan.id IN :ids")
    Set<UUID> findKnown(Collection<UUID> ids);

    List<Event> findTop20ByNumberOrderByAtDesc(String number);
}

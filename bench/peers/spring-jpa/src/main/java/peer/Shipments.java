package peer;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The states of all parcels. */
interface Shipments extends Repository<Shipment, String> {
    /** Until the end of the transaction nobody can change these states. */
    @Lock(PESSIMISTIC_WRITE)
    List<Shipment> findByNumberInOrderByNumber(Collection<String> numbers);

    Optional<Shipment> findByNumber(String number);
}

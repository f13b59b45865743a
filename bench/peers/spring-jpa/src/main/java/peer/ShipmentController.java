package peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP side. */
@RestController
class ShipmentController {
    private final ShipmentRecorder recorder;
    private final Shipments shipments;
    private final Scans scans;

    ShipmentController(ShipmentRecorder recorder, Shipments shipments, Scans scans) {
        this.recorder = recorder;
        this.shipments = shipments;
        this.scans = scans;
    }

    /** The answer. */
    record Found(String number, String state, Instant at, List<Scans.Event> events) {}

    /** Tries again after a deadlock, and when another transaction has added the same row. */
    @PostMapping("/scans")
    @ResponseStatus(HttpStatus.CREATED)
    @Retryable(
            includes = {PessimisticLockingFailureException.class, DataIntegrityViolationException.class},
            maxRetries = 5,
            delay = 5,
            jitter = 5)
    public void record(@RequestBody @NotEmpty @Size(max = 1000) List<@Valid NewScan> batch) {
        recorder.record(batch);
    }

    @GetMapping("/shipments/{number}")
    @Transactional(readOnly = true)
    public ResponseEntity<Found> find(@PathVariable String number) {
        return ResponseEntity.of(shipments
                .findByNumber(number)
                .map(it -> new Found(number, it.state, it.at, scans.findTop20ByNumberOrderByAtDesc(number))));
    }
}

package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.ingest.gateway.SandboxGateway;
import com.qualitypost.phoenix.ingest.sandbox.TestShipments.Known;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** Reports the next fact of a test shipment as a courier would; the rules decide what it does to the parcel. */
final class TestShipmentWalk {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ZoneOffset MEXICO_CITY = ZoneOffset.ofHours(-6);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final SandboxGateway door;
    private final TestShipments shipments;
    private final Clock clock;

    TestShipmentWalk(SandboxGateway door, TestShipments shipments, Clock clock) {
        this.door = door;
        this.shipments = shipments;
        this.clock = clock;
    }

    /** One step of a walk. */
    record Advanced(String trackingNumber, UUID scanId, String kind, Status leadsTo) {}

    /** Reports the fact that leads to {@code to}; without {@code to}, the usual next one. */
    Advanced advance(TrackingNumber number, String merchant, @Nullable Status to) throws InterruptedException {
        Known known = shipments.find(number).orElse(null);
        if (known != null && !merchant.equals(known.merchant())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "number_taken",
                    "%s belongs to another merchant's tests: use another number.".formatted(number));
        }
        Status next = to != null ? to : next(number, known);
        UUID scanId = UUID.randomUUID();
        Map<String, Object> ticket = TestScan.ticket(merchant, "TEST-" + number);
        TestScan happening = TestScan.leadingTo(next, ticket);
        OffsetDateTime now = clock.instant().atOffset(MEXICO_CITY);
        List<Map<String, Object>> scans = new ArrayList<>();
        if (known == null && next != Status.CREATED) {
            // Only an order tells whose parcel it is.
            scans.add(TestScan.leadingTo(Status.CREATED, ticket).scan(UUID.randomUUID(), number, now.minusSeconds(1)));
        }
        scans.add(happening.scan(scanId, number, now));
        if (!door.takes(scans)) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not_acknowledged",
                            "Kafka has not acknowledged everything. Check where the parcel is in a few seconds, and continue from there.")
                    .retryable();
        }
        awaitTables(number, scanId);
        return new Advanced(number.value(), scanId, happening.kind().name(), next);
    }

    private static Status next(TrackingNumber number, @Nullable Known known) {
        return HappyPath.after(known == null ? null : known.status())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT,
                        "at_its_end",
                        "%s is at the end of its life. Use another number, or name the next status yourself: '?to=RETURNING'."
                                .formatted(number)));
    }

    /**
     * Waits so that a next step starts from this one. If the tables take too long the step is answered anyway: it was
     * accepted.
     */
    private void awaitTables(TrackingNumber number, UUID scanId) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!shipments.shows(number, scanId) && System.nanoTime() - giveUp < 0) {
                Thread.sleep(PAUSE);
            }
        } catch (DataAccessException _) {
            // The database is away.
        }
    }
}

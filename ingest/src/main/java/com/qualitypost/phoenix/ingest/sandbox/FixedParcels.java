package com.qualitypost.phoenix.ingest.sandbox;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.Watched;
import com.qualitypost.phoenix.ingest.gateway.SandboxGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Reports the parcels whose answers never change once the application is up, and whenever they need a sign of life.
 */
final class FixedParcels implements ApplicationListener<ApplicationReadyEvent>, DisposableBean, Watched {
    private static final Logger log = LoggerFactory.getLogger(FixedParcels.class);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final long NEVER = -1;

    private final SandboxGateway door;
    private final Clock clock;
    private final Background background = Background.virtual("sandbox", this::keep);

    FixedParcels(SandboxGateway door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent up) {
        background.start();
    }

    @Override
    public void destroy() {
        background.interrupt();
    }

    private void keep() throws InterruptedException {
        long reported = NEVER;
        while (true) {
            Instant now = clock.instant();
            if (FixedParcel.span(now) != reported && door.takes(scans(now))) {
                reported = FixedParcel.span(now);
                log.info("The sandbox is open, its parcels have been reported.");
            }
            Thread.sleep(reported == FixedParcel.span(now) ? LOOK_AGAIN : TRY_AGAIN);
        }
    }

    @Override
    public Background background() {
        return background;
    }

    private static List<Map<String, Object>> scans(Instant now) {
        return FixedParcel.all().stream()
                .flatMap(parcel -> parcel.scans(now).stream())
                .toList();
    }
}

package com.qualitypost.phoenix.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.ScanExamples;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SenderMistakesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T18:00:00Z");

    @Test
    void theGatewayTakesAnUptimeOfTenYears() {
        assertThat(isTaken(scan -> scan.setDeviceUptimeMs(SenderMistakes.LONGEST_UPTIME_MS)))
                .isTrue();
        assertThat(isTaken(scan -> scan.setDeviceUptimeMs(SenderMistakes.LONGEST_UPTIME_MS + 1)))
                .isFalse();
    }

    @Test
    void theGatewayTakesAPromiseThatEndsWhenItBegins() {
        assertThat(isTaken(scan -> scan.setTicket(promise(NOON, NOON)))).isTrue();
        assertThat(isTaken(scan -> scan.setTicket(promise(NOON, NOON.minusMillis(1)))))
                .isFalse();
    }

    @Test
    void theGatewayTakesNothingOnAPositionThatNobodyWouldReadThere() {
        assertThat(isTaken(scan -> scan.setKind("POSITION"))).isTrue();
        assertThat(isTaken(scan -> scan.setKind("POSITION").setTicket(promise(NOON, NOON))))
                .isFalse();
        assertThat(isTaken(scan -> scan.setKind("POSITION").setReason("consignee_absent")))
                .isFalse();
        assertThat(isTaken(scan -> scan.setKind("POSITION").setDeliveredTo("neighbour")))
                .isFalse();
    }

    private static Ticket promise(@Nullable Instant from, @Nullable Instant until) {
        return Ticket.newBuilder().setPromisedFrom(from).setPromisedUntil(until).build();
    }

    private static boolean isTaken(UnaryOperator<Scan.Builder> change) {
        Scan scan = change.apply(Scan.newBuilder(ScanExamples.scan("PQ000000014MX", Kind.PICKED_UP, "09:00")))
                .build();
        return SenderMistakes.violation(scan).isEmpty();
    }
}

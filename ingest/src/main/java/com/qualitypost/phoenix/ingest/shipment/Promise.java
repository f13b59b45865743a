package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.service.ServiceLevel;
import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.ingest.shipment.service.WorkingDays;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a parcel is promised: as its merchant says, even if only one end is given, otherwise as the service does. The
 * service's first day is the day of the order in the time zone where it was placed; its hours are in the destination's.
 */
record Promise(Ticket ticket, Fact order, WorkingDays workingDays) {
    @Nullable
    TimeWindow window() {
        return merchants().or(this::services).orElse(null);
    }

    private Optional<TimeWindow> merchants() {
        Instant from = ticket.promisedFrom();
        Instant until = ticket.promisedUntil();
        return from == null && until == null || Ticket.isBackwards(from, until)
                ? Optional.empty()
                : Optional.of(new TimeWindow(from, until));
    }

    private Optional<TimeWindow> services() {
        Place destination = ticket.destination();
        Optional<ZoneId> there = destination == null ? Optional.empty() : destination.zone();
        Optional<ZoneId> here = order.zone().or(() -> order.clocks().toldOffset());
        LocalDateTime ordered = LocalDateTime.ofInstant(
                order.clocks().correctedAt(), here.or(() -> there).orElse(TimeZones.MOST_OF_MEXICO));
        return ServiceLevel.named(ticket.service())
                .map(service -> service.promise(
                        ordered,
                        there.or(() -> here).orElse(TimeZones.MOST_OF_MEXICO),
                        destination == null ? null : destination.country(),
                        workingDays));
    }
}

package com.qualitypost.phoenix.ingest.shipment.service;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service level: when the parcel is promised, and how long silence is usual. */
public enum ServiceLevel {
    EXPRESS(1, 0.5),
    STANDARD(3, 1),
    ECONOMY(7, 2);

    private static final LocalTime CUT_OFF = LocalTime.of(17, 0);
    private static final LocalTime FIRST_DELIVERY = LocalTime.of(9, 0);
    private static final LocalTime LAST_DELIVERY = LocalTime.of(20, 0);

    private final int days;
    private final double patience;

    ServiceLevel(int days, double patience) {
        this.days = days;
        this.patience = patience;
    }

    /** The level with this name; empty if it is not one of ours. */
    public static Optional<ServiceLevel> named(@Nullable String name) {
        return Stream.of(values())
                .filter(service -> name != null && service.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The promised window of an order. Orders after the cut-off or on a day off count as placed on the next working
     * day.
     *
     * @param ordered in the time zone where it was ordered
     * @param there the destination's time zone
     */
    public TimeWindow promise(LocalDateTime ordered, ZoneId there, @Nullable String country, WorkingDays workingDays) {
        boolean late = ordered.toLocalTime().isAfter(CUT_OFF);
        LocalDate day = workingDayFrom(ordered.toLocalDate().plusDays(late ? 1 : 0), country, workingDays);
        for (int passed = 0; passed < days; passed++) {
            day = workingDayFrom(day.plusDays(1), country, workingDays);
        }
        return new TimeWindow(
                day.atTime(FIRST_DELIVERY).atZone(there).toInstant(),
                day.atTime(LAST_DELIVERY).atZone(there).toInstant());
    }

    public Duration patience(Duration usual) {
        return Duration.ofMinutes(Math.round(usual.toMinutes() * patience));
    }

    private static LocalDate workingDayFrom(LocalDate first, @Nullable String country, WorkingDays workingDays) {
        LocalDate day = first;
        while (!workingDays.isWorking(day, country)) {
            day = day.plusDays(1);
        }
        return day;
    }
}

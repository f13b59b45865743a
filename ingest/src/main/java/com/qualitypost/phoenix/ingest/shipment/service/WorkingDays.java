package com.qualitypost.phoenix.ingest.shipment.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows the days on which parcels are delivered. */
@FunctionalInterface
public interface WorkingDays {
    /** Whether parcels are delivered on this day in this country; null for an unknown destination. */
    boolean isWorking(LocalDate day, @Nullable String country);
}

package com.qualitypost.phoenix.ingest.shipment.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On which days parcels are delivered. */
@FunctionalInterface
public interface WorkingDays {

    /** Whether parcels are delivered on this day in this country; null where the destination is not known. */
    boolean isWorking(LocalDate day, @Nullable String country);
}

package com.qualitypost.phoenix.ingest.shipment.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between when and when a parcel is promised to arrive; open where an end was not promised. */
public record TimeWindow(@Nullable Instant from, @Nullable Instant until) {}

package com.qualitypost.phoenix.ingest.shipment.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a parcel is promised to arrive; open at an end for which nothing is promised. */
public record TimeWindow(@Nullable Instant from, @Nullable Instant until) {}

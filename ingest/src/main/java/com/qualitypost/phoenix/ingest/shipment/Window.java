package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;

/** Between when and when a parcel is promised to arrive. */
public record Window(Instant from, Instant until) {}

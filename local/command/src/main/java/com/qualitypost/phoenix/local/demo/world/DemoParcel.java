package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import java.time.Instant;
import java.util.List;

/** A parcel and its whole day. */
public record DemoParcel(String number, Scenario story, List<Happening> life) {

    /** A scan, the device that made it, and the true time. */
    record Happening(Instant time, DemoDevice device, Scan scan) {}
}

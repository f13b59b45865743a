package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import java.time.Instant;

/** A scan, the device that made it, and the true time. */
record Happening(Instant time, DemoDevice device, Scan scan) {}

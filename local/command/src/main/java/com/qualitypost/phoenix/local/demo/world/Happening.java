package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import java.time.Instant;

/** A scan, by whom, and when it truly happened. */
record Happening(Instant time, DemoDevice device, Scan scan) {}

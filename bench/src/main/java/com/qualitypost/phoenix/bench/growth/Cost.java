package com.qualitypost.phoenix.bench.growth;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.stage.ScanSender;
import com.qualitypost.phoenix.bench.system.BenchSystem;
import com.qualitypost.phoenix.bench.system.Usage;
import java.time.Duration;

/** What so many scans cost until they are visible. */
final class Cost {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private Cost() {}

    /** The system's microseconds of CPU per scan. */
    static double of(BenchSystem system, ScanSender sender, long scans, int connections) {
        Usage before = system.usage();
        long sent = sender.sent();
        Generator.closed(system.addresses().ingest(), connections, LIMIT, sender.atMost(scans));
        system.awaitVisible();
        return (double) system.usage().since(before).systemMicros() / Math.max(1, sender.sent() - sent);
    }
}

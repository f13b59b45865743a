package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.result.Measurement;

/** One thing that is measured. */
public interface Yardstick {
    /** As on the command line. */
    String name();

    /** What it measures, in one sentence. */
    String sentence();

    Measurement run(BenchContext context);
}

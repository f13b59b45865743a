package com.qualitypost.phoenix.bench.world;

/**
 * How scans are dealt out: which of them are repetitions, and which device sends which, under which number of its own.
 * Every twentieth scan repeats an earlier one of the same device, so the devices' numbers have no gaps.
 *
 * @param batch how many scans a device sends at once: 1, or a multiple of 10
 */
record Numbering(int batch) {
    static final int DEVICES = 40;
    private static final int REPEATED = 20;

    Numbering {
        if (batch != 1 && batch % 10 != 0) {
            throw new IllegalArgumentException("A batch has 1 scan or a multiple of 10, not " + batch);
        }
    }

    boolean isRepetition(long scan) {
        return scan % REPEATED == REPEATED - 1;
    }

    /** The scan whose content this one has. */
    long content(long scan) {
        if (!isRepetition(scan)) {
            return scan;
        }
        long before = scan - (long) DEVICES * batch - 1;
        return batch > 1 && before >= 0 ? before : scan - 1;
    }

    int device(long scan) {
        return (int) (scan / batch % DEVICES);
    }

    /** The device's number of a scan that is not a repetition, from 1. */
    long deviceSeq(long scan) {
        long start = scan - scan % batch;
        long turns = scan / batch / DEVICES;
        long each = batch - (repetitionsBefore(start + batch) - repetitionsBefore(start));
        long within = scan - start - (repetitionsBefore(scan) - repetitionsBefore(start));
        return turns * each + within + 1;
    }

    private static long repetitionsBefore(long scan) {
        return scan / REPEATED;
    }
}

package com.qualitypost.phoenix.bench.world;

/** Random numbers that follow from what they are for, so that nothing has to be remembered. */
final class SeededRandom {
    private SeededRandom() {}

    /** SplitMix64's finish of a seed and two numbers. */
    static long roll(long seed, long first, long second) {
        long mixed = seed + first * 0x9E37_79B9_7F4A_7C15L + second * 0xD1B5_4A32_D192_ED03L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 to the bound, which is excluded. */
    static int roll(long seed, long first, long second, int bound) {
        return (int) Long.remainderUnsigned(roll(seed, first, second), bound);
    }
}

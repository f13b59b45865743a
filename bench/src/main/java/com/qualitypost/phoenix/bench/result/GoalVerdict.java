package com.qualitypost.phoenix.bench.result;

/** What became of a goal. */
public enum GoalVerdict {
    /** What we want is reached. */
    AIM,
    /** What we accept is reached. */
    LEAST,
    MISSED,
    /** The answers were wrong, so the speed does not count. */
    WRONG,
    /** There is no goal, or what it is compared with was not measured. */
    NONE;

    String text() {
        return switch (this) {
            case AIM -> "aim";
            case LEAST -> "least";
            case MISSED -> "missed";
            case WRONG -> "WRONG";
            case NONE -> "";
        };
    }
}

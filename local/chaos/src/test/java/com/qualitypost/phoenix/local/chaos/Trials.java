package com.qualitypost.phoenix.local.chaos;

/**
 * Whether everything is tried, which takes hours ({@code ./mvnw verify -Ptrials}), or only what fits into every build.
 */
final class Trials {
    private Trials() {}

    static boolean all() {
        return Boolean.getBoolean("phoenix.trials");
    }
}

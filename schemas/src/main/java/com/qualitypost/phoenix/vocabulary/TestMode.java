package com.qualitypost.phoenix.vocabulary;

/** What the test mode of a merchant is called, so that its parcels and those of its live mode are of two owners. */
public final class TestMode {
    private static final String PREFIX = "test/";

    private TestMode() {}

    /** The merchant that stands in the tickets of this merchant's test shipments. */
    public static String of(String merchantId) {
        return PREFIX + merchantId;
    }
}

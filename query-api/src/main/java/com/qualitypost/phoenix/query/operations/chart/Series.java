package com.qualitypost.phoenix.query.operations.chart;

import java.util.Locale;

/** What a part of a chart counts, as style sheet and messages call it. */
public enum Series {
    COUNTED,
    /** What is counted still. */
    RUNNING,
    IN_TIME,
    LATE,
    UNPROMISED,
    OLD;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package com.qualitypost.phoenix.query.operations.chart;

import com.qualitypost.phoenix.web.json.LowerCase;

/** What a part of a chart counts, as style sheet and messages call it. */
public enum Series implements LowerCase {
    COUNTED,
    /** What is counted still. */
    RUNNING,
    IN_TIME,
    LATE,
    UNPROMISED,
    OLD
}

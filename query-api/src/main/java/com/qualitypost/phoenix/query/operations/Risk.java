package com.qualitypost.phoenix.query.operations;

/** How well a parcel keeps its promise, as an SQL condition on a row {@code s} of the lists. */
enum Risk {
    ALL("TRUE"),
    /** Not late yet, but silent for longer than usual, or due within a day and not out for delivery. */
    AT_RISK("""
            ((s.late_after IS NULL OR s.late_after >= UTC_TIMESTAMP(3))
              AND COALESCE(s.stale_after < UTC_TIMESTAMP(3)
                           OR s.late_after < UTC_TIMESTAMP(3) + INTERVAL 1 DAY
                              AND s.status NOT IN ('OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP'), FALSE))"""),
    /** Past its promised time. */
    LATE("COALESCE(s.late_after < UTC_TIMESTAMP(3), FALSE)");

    final String condition;

    Risk(String condition) {
        this.condition = condition;
    }
}

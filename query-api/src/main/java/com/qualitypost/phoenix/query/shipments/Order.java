package com.qualitypost.phoenix.query.shipments;

/**
 * What a page is ordered by, so that an index gives the rows of the filter in order. Rising orders let rows that change
 * while somebody reads come later once more, and none be missed.
 */
enum Order {
    CREATED("created_at", true),
    UPDATED("updated_at", false),
    STALE("stale_after", false),
    LATE("late_after", false),
    REFERENCE("reference", false);

    final String column;
    final boolean falling;

    Order(String column, boolean falling) {
        this.column = column;
        this.falling = falling;
    }

    String clause() {
        String direction = falling ? " DESC" : "";
        return column + direction + ", tracking_number" + direction;
    }

    /** The rows after a cursor; the first part alone is what an index is read from. */
    String after() {
        String sign = falling ? "<" : ">";
        return "%1$s %2$s= ? AND (%1$s %2$s ? OR tracking_number %2$s ?)".formatted(column, sign);
    }
}

package com.qualitypost.phoenix.query.shipments;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The order of a page, chosen so that an index returns the filtered rows in order. With an ascending order a row that
 * changes while somebody pages through may appear twice, but none is missed.
 */
enum ListOrder {
    CREATED("s.created_at", true),
    UPDATED("s.updated_at", false),
    STALE("s.stale_after", false),
    LATE("s.late_after", false),
    REFERENCE("r.reference", false);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withResolverStyle(ResolverStyle.STRICT);

    /** The last year that a DATETIME can hold. */
    private static final int LAST_YEAR = 9999;

    final String column;
    private final boolean falling;

    ListOrder(String column, boolean falling) {
        this.column = column;
        this.falling = falling;
    }

    String clause() {
        return clause(column, number());
    }

    /** The same for the rows of a page: times as text sort like times. */
    String clauseOfPage() {
        return clause("page.position", "page.tracking_number");
    }

    private String clause(String value, String number) {
        String direction = falling ? " DESC" : "";
        return "%1$s%3$s, %2$s%3$s".formatted(value, number, direction);
    }

    /** The rows after a cursor; only the first part can be read from an index. */
    String after() {
        String sign = falling ? "<" : ">";
        return "%1$s %3$s= :after AND (%1$s %3$s :after OR %2$s %3$s :afterNumber)".formatted(column, number(), sign);
    }

    /** Whether the column can hold this value. */
    boolean isValue(String text) {
        return switch (this) {
            case REFERENCE -> true;
            case CREATED, UPDATED, STALE, LATE -> isTime(text);
        };
    }

    private static boolean isTime(String text) {
        try {
            int year = LocalDateTime.parse(text, TIME).getYear();
            return year > 0 && year <= LAST_YEAR;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** From the same table as the column, because the index contains both. */
    private String number() {
        return column.charAt(0) + ".tracking_number";
    }
}

package com.qualitypost.phoenix.tables;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of a table, or overwrites those that are older: a row is newer if its (generation, revision) is larger.
 * Each column is declared once, with its value.
 */
public final class FencedUpsert<R> {
    private static final String NEWER = "(n.generation, n.revision) > (%1$s.generation, %1$s.revision)";

    private final String table;
    private final List<Column<R>> columns;
    private final String newer;
    private final String stamp;

    /**
     * Assignments run from left to right and see earlier ones, so the compared columns have to come last: the revision
     * and then the generation. (In the other order a new generation that counts from 1 again would lose its revision.)
     */
    public FencedUpsert(String table, List<Column<R>> columns) {
        this(table, columns, "");
    }

    private FencedUpsert(String table, List<Column<R>> columns, String stamp) {
        List<String> fence = columns.subList(columns.size() - 2, columns.size()).stream()
                .map(Column::name)
                .toList();
        if (!fence.equals(List.of("revision", "generation"))) {
            throw new IllegalArgumentException(
                    "The last columns of %s must be revision and generation".formatted(table));
        }
        this.table = table;
        this.columns = columns;
        this.newer = NEWER.formatted(table);
        this.stamp = stamp;
    }

    /** A column, and what a row has in it. The first one is the primary key. */
    public record Column<R>(String name, Function<R, @Nullable Object> value) {}

    /** Sets a column to the database's time, UTC, whenever a row is overwritten; its default has to do the same. */
    public FencedUpsert<R> stamping(String column) {
        return new FencedUpsert<>(table, columns, take(column, "CURRENT_TIMESTAMP(3)") + ",\n  ");
    }

    /** What comes before {@code VALUES}. */
    public String insert() {
        return columns.stream().map(Column::name).collect(joining(", ", "INSERT INTO %s (".formatted(table), ")"));
    }

    /** What comes after the values, which are called {@code n}. */
    public String update() {
        return columns.stream()
                .skip(1)
                .map(column -> take(column.name, "n." + column.name))
                .collect(joining(",\n  ", "ON DUPLICATE KEY UPDATE\n  " + stamp, ""));
    }

    /** The whole statement. */
    public String of(int rows) {
        String row = columns.stream().map(_ -> "?").collect(joining(", ", "(", ")"));
        return "%s\nVALUES %s AS n\n%s"
                .formatted(insert(), String.join(", ", Collections.nCopies(rows, row)), update());
    }

    public Stream<@Nullable Object> values(R row) {
        return columns.stream().map(column -> column.value.apply(row));
    }

    private String take(String column, String value) {
        return "%1$s.%2$s = IF(%3$s, %4$s, %1$s.%2$s)".formatted(table, column, newer, value);
    }
}

package com.qualitypost.phoenix.projections.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first rows of a table after a tracking number, in the order of the primary key, as many as fit.
 *
 * @param end the tracking number of the last row if there may be more; null otherwise
 */
public record Slice<T>(List<T> rows, @Nullable String end) {
    /** Of what is held at once; a single row may be larger. */
    private static final long MOST_BYTES = 8 << 20;

    /** What is read, and how much memory it takes. */
    public record Kind<T>(RowMapper<T> mapper, Function<T, String> number, ToLongFunction<T> bytes) {}

    /** {@code sql} takes {@code after}, the number after which to begin, and {@code limit}, how many rows at most. */
    public static <T> Slice<T> read(JdbcClient db, String sql, String after, int limit, Kind<T> kind) {
        return db.sql(sql)
                .withFetchSize(Integer.MIN_VALUE) // Row by row: otherwise the driver would hold all of them in memory.
                .param("after", after)
                .param("limit", limit)
                .query((ResultSet rows) -> read(rows, limit, kind));
    }

    private static <T> Slice<T> read(ResultSet rows, int limit, Kind<T> kind) throws SQLException {
        List<T> read = new ArrayList<>();
        long bytes = 0;
        while (bytes < MOST_BYTES && rows.next()) {
            T row = kind.mapper().mapRow(rows, read.size());
            read.add(row);
            bytes += kind.bytes().applyAsLong(row);
        }
        boolean isMore = bytes >= MOST_BYTES || read.size() == limit;
        return new Slice<>(read, isMore && !read.isEmpty() ? kind.number().apply(read.getLast()) : null);
    }
}

package com.qualitypost.phoenix.ingest.table.row;

import static com.qualitypost.phoenix.tables.Utc.column;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.qualitypost.phoenix.ingest.device.Gap;
import com.qualitypost.phoenix.ingest.device.Sequence;
import com.qualitypost.phoenix.tables.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes which numbers of each device were seen: its sequence and the gaps in it. */
public class DeviceSequences {
    private static final String INSERT = "INSERT INTO device (device_id, first_seq, last_seq, watched_from)";

    private static final String UNLESS_THERE = "ON DUPLICATE KEY UPDATE device_id = device.device_id";

    private static final String SET = """
            ON DUPLICATE KEY UPDATE
              first_seq = n.first_seq, last_seq = n.last_seq, watched_from = n.watched_from""";

    private static final String SELECT = """
            SELECT d.device_id, d.first_seq, d.last_seq, d.watched_from, g.from_seq, g.to_seq, g.noticed_at
              FROM device d
              LEFT JOIN device_gap g ON g.device_id = d.device_id
             WHERE d.device_id IN (%s)""";

    private static final String INSERT_GAP = "INSERT INTO device_gap (device_id, from_seq, to_seq, noticed_at)";

    private static final String SET_GAP = "ON DUPLICATE KEY UPDATE to_seq = n.to_seq, noticed_at = n.noticed_at";

    /** Without the hint MySQL scans small tables and locks rows of other writers. */
    private static final String DELETE_GAPS = """
            DELETE g
              FROM device_gap g FORCE INDEX (PRIMARY)
             WHERE (g.device_id, g.from_seq) IN (%s)""";

    /** The same holds for longer lists: they exceed what the optimizer may spend on ranges. */
    private static final int GAPS_PER_DELETE = 200;

    private final JdbcTemplate jdbc;
    private final MultiRow begin;
    private final MultiRow set;
    private final MultiRow gaps;

    public DeviceSequences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.begin = new MultiRow(jdbc, INSERT, UNLESS_THERE);
        this.set = new MultiRow(jdbc, INSERT, SET);
        this.gaps = new MultiRow(jdbc, INSERT_GAP, SET_GAP);
    }

    private record Stored(
            String device,
            long first,
            long last,
            long watchedFrom,
            @Nullable Gap gap) {}

    /**
     * Runs within the caller's transaction. The insert also locks rows that exist, in sorted order; selecting missing
     * rows for update would lock the gap into which another writer inserts. Nothing was read without a lock before, so
     * the following select sees the latest.
     */
    public void write(SortedMap<String, SortedSet<Long>> seen, Instant at) {
        if (seen.isEmpty()) {
            return;
        }
        begin.write(seen.entrySet().stream()
                .map(device -> row(
                        device.getKey(),
                        Sequence.beginningWith(device.getValue().first())))
                .toList());
        Map<String, Sequence> stored = select(seen.keySet());
        List<Object[]> sequences = new ArrayList<>();
        List<Object[]> closed = new ArrayList<>();
        List<Object[]> opened = new ArrayList<>();
        seen.forEach((device, numbers) -> {
            Sequence before = requireNonNull(stored.get(device));
            Sequence after = before.seen(numbers, at);
            sequences.add(row(device, after));
            before.gaps().keySet().stream()
                    .filter(from -> !after.gaps().containsKey(from))
                    .forEach(from -> closed.add(new Object[] {device, from}));
            after.gaps().values().stream()
                    .filter(gap -> !gap.equals(before.gaps().get(gap.from())))
                    .forEach(gap -> opened.add(new Object[] {device, gap.from(), gap.to(), column(gap.noticedAt())}));
        });
        set.write(sequences);
        delete(closed);
        gaps.write(opened);
    }

    private Map<String, Sequence> select(Set<String> devices) {
        return jdbc
                .query(SELECT.formatted(list(devices.size(), "?")), (row, _) -> stored(row), devices.toArray())
                .stream()
                .collect(groupingBy(Stored::device, collectingAndThen(toList(), DeviceSequences::sequence)));
    }

    private void delete(List<Object[]> closed) {
        for (int from = 0; from < closed.size(); from += GAPS_PER_DELETE) {
            List<Object[]> some = closed.subList(from, Math.min(from + GAPS_PER_DELETE, closed.size()));
            jdbc.update(
                    DELETE_GAPS.formatted(list(some.size(), "(?,?)")),
                    some.stream().flatMap(Stream::of).toArray());
        }
    }

    private static Sequence sequence(List<Stored> rows) {
        Stored device = rows.getFirst();
        return Sequence.of(
                device.first(),
                device.last(),
                device.watchedFrom(),
                rows.stream().map(Stored::gap).filter(Objects::nonNull).toList());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        LocalDateTime noticed = row.getObject(7, LocalDateTime.class);
        return new Stored(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                noticed == null ? null : new Gap(row.getLong(5), row.getLong(6), Utc.instant(noticed)));
    }

    private static Object[] row(String device, Sequence sequence) {
        return new Object[] {device, sequence.first(), sequence.last(), sequence.watchedFrom()};
    }

    private static String list(int size, String one) {
        return String.join(",", Collections.nCopies(size, one));
    }
}

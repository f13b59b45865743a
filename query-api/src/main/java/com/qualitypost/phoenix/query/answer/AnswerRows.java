package com.qualitypost.phoenix.query.answer;

import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the answers about some parcels, and how fresh they are, in one statement by primary keys. */
public final class AnswerRows {
    static final int MAX_NUMBERS = 64;

    private static final String BY_NUMBERS = """
            SELECT %s, v.tracking_number, v.generation, v.revision, v.stale_after, v.answers
              FROM %s
              LEFT JOIN phoenix_read.tracking_view v ON v.tracking_number IN (%s)
             WHERE %s""";

    // Only a few sizes, so that each statement is prepared once.
    private static final int[] SIZES = {1, 4, 16, MAX_NUMBERS};

    private static final String NO_NUMBER = "";

    private AnswerRows() {}

    /** One moment of one node. */
    public record Rows(Freshness freshness, Map<String, Row> byNumber) implements HasFreshness {
        public LookupRow of(String number, Language language) {
            Row row = byNumber.get(number);
            return new LookupRow(freshness, row == null ? null : row.answer(language), null, null);
        }
    }

    /** An answer in all languages. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Row(Version version, @Nullable LocalDateTime staleAfter, byte[] answers) {
        StoredAnswer answer(Language language) {
            return new StoredAnswer(version, staleAfter, StoredAnswer.read(answers, language));
        }
    }

    /** Of as many as one statement of {@link LookupBatches} takes. */
    public static Rows read(JdbcClient jdbc, List<String> numbers) {
        int size = IntStream.of(SIZES)
                .filter(fitting -> fitting >= numbers.size())
                .findFirst()
                .orElseThrow();
        List<String> params = new ArrayList<>(numbers);
        params.addAll(Collections.nCopies(size - numbers.size(), NO_NUMBER));
        ResultSetExtractor<Rows> rows = AnswerRows::read;
        return jdbc.sql(sql(size)).params(params).query(rows);
    }

    /** The statement; it takes so many numbers. */
    public static String sql(int numbers) {
        return BY_NUMBERS.formatted(
                CdcPosition.FRESHNESS,
                CdcPosition.ROW,
                String.join(",", Collections.nCopies(numbers, "?")),
                CdcPosition.IS_THE_ROW);
    }

    /** There is a row for the freshness even if no parcel is found. */
    private static Rows read(ResultSet rows) throws SQLException {
        Map<String, Row> byNumber = new HashMap<>();
        Freshness freshness = null;
        while (rows.next()) {
            freshness = new Freshness(rows.getObject(1, LocalDateTime.class), rows.getObject(2, LocalDateTime.class));
            String number = rows.getString(3);
            if (number != null) {
                Version version = new Version(rows.getInt(4), rows.getLong(5));
                byNumber.put(number, new Row(version, rows.getObject(6, LocalDateTime.class), rows.getBytes(7)));
            }
        }
        if (freshness == null) {
            throw new IllegalStateException("The table cdc_position has no row");
        }
        return new Rows(freshness, byNumber);
    }
}

package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.AnswerRows;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up many parcels by their numbers in one statement. */
@Component
public class BulkQueries {
    /** As many as one statement takes. */
    public static final int LIMIT = 250;

    static final String BY_NUMBERS = AnswerRows.sql(LIMIT);

    private static final String NO_NUMBER = "";

    /** Of all answers that are held at once; a single one may be larger. */
    private static final int MOST_BYTES = 1 << 20;

    private final Nodes nodes;
    private final MinimumVersions floors;

    BulkQueries(Nodes nodes, MinimumVersions floors) {
        this.nodes = nodes;
        this.floors = floors;
    }

    /** An answer as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Current(Version version, byte[] body) {}

    /**
     * What one node has of them, by tracking number.
     *
     * @param isWhole whether everything fitted; otherwise ask for fewer
     */
    public record Many(Freshness freshness, Map<String, Current> answers, boolean isWhole) implements HasFreshness {
        public @Nullable Current of(TrackingNumber number) {
            return answers.get(number.value());
        }
    }

    /** Empty if both nodes are away. */
    public Optional<NodeAnswer<Many>> find(List<TrackingNumber> numbers, Language language) {
        List<String> params = filled(numbers);
        Optional<NodeAnswer<Many>> found = nodes.ask(jdbc -> find(params, language, jdbc));
        return found.isPresent() && isOld(numbers, found.get())
                ? nodes.askWriter(jdbc -> find(params, language, jdbc)).or(() -> found)
                : found;
    }

    /** Whether the reader lacks one that this node has already returned or heard of. */
    private boolean isOld(List<TrackingNumber> numbers, NodeAnswer<Many> answer) {
        return answer.servedBy() == Role.READER
                && answer.found().isWhole()
                && numbers.stream().anyMatch(number -> {
                    Current found = answer.found().of(number);
                    return floors.isAbove(number, found == null ? null : found.version());
                });
    }

    private static Many find(List<String> numbers, Language language, JdbcClient jdbc) {
        ResultSetExtractor<Many> reading = rows -> read(rows, language);
        return jdbc.sql(BY_NUMBERS)
                .withFetchSize(Integer.MIN_VALUE) // Row by row: otherwise the driver would hold all of them in memory.
                .params(numbers)
                .query(reading);
    }

    /** Always the same number of parameters, so that the statement is prepared once. */
    private static List<String> filled(List<TrackingNumber> numbers) {
        if (numbers.size() > LIMIT) {
            throw new IllegalArgumentException("Up to " + LIMIT + " numbers at once, not " + numbers.size());
        }
        return IntStream.range(0, LIMIT)
                .mapToObj(i -> i < numbers.size() ? numbers.get(i).value() : NO_NUMBER)
                .toList();
    }

    /** There is a row for the freshness even if no parcel is found. */
    private static Many read(ResultSet rows, Language language) throws SQLException {
        Map<String, Current> answers = new HashMap<>();
        Freshness freshness = null;
        long bytes = 0;
        boolean whole = true;
        while (rows.next()) {
            if (bytes > MOST_BYTES) {
                whole = false;
                break;
            }
            LocalDateTime now = rows.getObject(1, LocalDateTime.class);
            freshness = new Freshness(now, rows.getObject(2, LocalDateTime.class));
            String number = rows.getString(3);
            if (number != null) {
                byte[] body = StoredAnswer.body(
                        StoredAnswer.read(rows.getBytes(7), language), rows.getObject(6, LocalDateTime.class), now);
                answers.put(number, new Current(new Version(rows.getInt(4), rows.getLong(5)), body));
                bytes += body.length;
            }
        }
        if (freshness == null) {
            throw new IllegalStateException("The table cdc_position has no row");
        }
        return new Many(freshness, answers, whole);
    }
}

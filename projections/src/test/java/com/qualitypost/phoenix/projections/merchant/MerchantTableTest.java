package com.qualitypost.phoenix.projections.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** No statement is larger than the database accepts. */
class MerchantTableTest {
    private final List<Integer> statements = new ArrayList<>();

    private final MerchantTable table = new MerchantTable(new JdbcTemplate() {
        @Override
        public int update(String sql, @Nullable Object... values) {
            statements.add(Stream.of(values)
                    .mapToInt(value -> value instanceof String text ? text.length() : 0)
                    .sum());
            return values.length;
        }
    });

    @Test
    void smallRowsAreWrittenManyAtOnce() {
        table.upsert(rows(300, 1_000));

        assertThat(statements).hasSize(1 + 2 + 3);
    }

    @Test
    void largeRowsAreWrittenAsManyAtOnceAsFit() {
        table.upsert(rows(300, 100_000));

        assertThat(statements)
                .hasSizeGreaterThan(3)
                .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(8 << 20));
        assertThat(statements.stream().mapToInt(size -> size).sum()).isGreaterThanOrEqualTo(300 * 100_000);
    }

    @Test
    void aRowThatIsLargerStandsAlone() {
        table.upsert(rows(2, 9 << 20));

        assertThat(statements).hasSize(2);
    }

    private static List<MerchantRow> rows(int many, int bytes) {
        List<@Nullable Object> columns = new ArrayList<>(Collections.nCopies(MerchantTable.COLUMNS.size(), null));
        columns.set(MerchantTable.COLUMNS.indexOf("ticket_references"), "x".repeat(bytes));
        return IntStream.range(0, many)
                .mapToObj(i -> new MerchantRow("N%07d".formatted(i), columns, Set.of()))
                .toList();
    }
}

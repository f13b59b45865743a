package com.qualitypost.phoenix.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.qualitypost.phoenix.tables.FencedUpsert.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class FencedUpsertTest {
    private static final Column<Integer> ID = new Column<>("id", row -> row);
    private static final Column<Integer> REVISION = new Column<>("revision", row -> row * 2);
    private static final Column<Integer> GENERATION = new Column<>("generation", _ -> 1);

    @Test
    void oneStatementWritesManyRowsAndComparesEach() {
        var upsert = new FencedUpsert<>("t", List.of(ID, REVISION, GENERATION)).stamping("written_at");

        assertThat(upsert.of(2)).isEqualTo("""
                INSERT INTO t (id, revision, generation)
                VALUES (?, ?, ?), (?, ?, ?) AS n
                ON DUPLICATE KEY UPDATE
                  t.written_at = IF((n.generation, n.revision) > (t.generation, t.revision), CURRENT_TIMESTAMP(3), t.written_at),
                  t.revision = IF((n.generation, n.revision) > (t.generation, t.revision), n.revision, t.revision),
                  t.generation = IF((n.generation, n.revision) > (t.generation, t.revision), n.generation, t.generation)""");
        assertThat(upsert.values(7)).containsExactly(7, 14, 1);
    }

    @Test
    void whatIsComparedIsAssignedLast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FencedUpsert<>("t", List.of(ID, GENERATION, REVISION)))
                .withMessageContaining("revision and generation");
    }
}

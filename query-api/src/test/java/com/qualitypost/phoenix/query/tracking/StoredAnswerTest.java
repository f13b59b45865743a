package com.qualitypost.phoenix.query.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.query.change.Version;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-22T12:00:00");
    private static final byte[] HASH = {(byte) 0xab, 0x01, (byte) 0xff};

    @Test
    void whatIsNotStaleIsSentAsItIsStored() {
        byte[] stored = "{\"stale\":false,\"place\":\"Mérida\"}".getBytes(UTF_8);

        StoredAnswer answer = new StoredAnswer(new Version(1, 7), NOON, stored, HASH);

        assertThat(answer.body(NOON)).isSameAs(stored);
        assertThat(answer.etag(NOON)).isEqualTo("\"ab01ff\"");
    }

    @Test
    void whatHasBecomeStaleSaysSoInBodyAndTag() {
        StoredAnswer answer = stored("{\"stale\":false,\"place\":\"Mérida\"}", NOON.minusNanos(1_000_000));

        assertThat(answer.body(NOON)).asString(UTF_8).isEqualTo("{\"stale\":true,\"place\":\"Mérida\"}");
        assertThat(answer.etag(NOON)).isEqualTo("\"ab01ff-stale\"");
    }

    @Test
    void whatNeverBecomesStaleDoesNot() {
        assertThat(stored("{\"stale\":false,}", null).etag(NOON)).isEqualTo("\"ab01ff\"");
    }

    @Test
    void anAnswerWithoutTheFlagInFrontIsAMistakeOfTheProjection() {
        for (String body : new String[] {"", "{\"stale\":false", "{\"status\":\"LOST\",\"stale\":false}"}) {
            assertThatThrownBy(() -> stored(body, NOON.minusDays(1)).body(NOON))
                    .hasMessageContaining("does not begin with {\"stale\":false,");
        }
    }

    private static StoredAnswer stored(String body, @Nullable LocalDateTime staleAfter) {
        return new StoredAnswer(new Version(1, 7), staleAfter, body.getBytes(UTF_8), HASH);
    }
}

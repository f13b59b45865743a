package com.qualitypost.phoenix.query.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.query.change.Version;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-22T12:00:00");

    /** The beginning of the SHA-256 of {@code {"stale":false,"place":"Mérida"}}. */
    private static final String TAG = "\"a82b8e3f0c53c2b293bb34e1f35c69b0";

    @Test
    void whatIsNotStaleIsSentAsItIsStored() {
        byte[] stored = "{\"stale\":false,\"place\":\"Mérida\"}".getBytes(UTF_8);

        StoredAnswer answer = new StoredAnswer(new Version(1, 7), NOON, stored);

        assertThat(answer.body(NOON)).isSameAs(stored);
        assertThat(answer.etag(NOON)).isEqualTo(TAG + '"');
    }

    @Test
    void whatHasBecomeStaleSaysSoInBodyAndTag() {
        StoredAnswer answer = stored("{\"stale\":false,\"place\":\"Mérida\"}", NOON.minusNanos(1_000_000));

        assertThat(answer.body(NOON)).asString(UTF_8).isEqualTo("{\"stale\":true,\"place\":\"Mérida\"}");
        assertThat(answer.etag(NOON)).isEqualTo(TAG + "-stale\"");
    }

    @Test
    void whatNeverBecomesStaleDoesNot() {
        assertThat(stored("{\"stale\":false,\"place\":\"Mérida\"}", null).etag(NOON))
                .isEqualTo(TAG + '"');
    }

    @Test
    void anAnswerWithoutTheFlagInFrontIsAMistakeOfTheProjection() {
        for (String body : new String[] {"", "{\"stale\":false", "{\"status\":\"LOST\",\"stale\":false}"}) {
            assertThatThrownBy(() -> stored(body, NOON.minusDays(1)).body(NOON))
                    .hasMessageContaining("does not begin with {\"stale\":false,");
        }
    }

    private static StoredAnswer stored(String body, @Nullable LocalDateTime staleAfter) {
        return new StoredAnswer(new Version(1, 7), staleAfter, body.getBytes(UTF_8));
    }
}

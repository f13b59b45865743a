package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Change;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class NearCacheTest {
    private static final TrackingNumber PARCEL = TrackingNumber.ours(1);
    private static final LookupRequest ANY = question(null, 0);
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 1, 12, 0);

    private long now = -5;
    private final NearCache cache = cache(true);

    @Test
    void anAnswerIsCurrentForAMomentWhileChangesAreHeard() {
        keep(Role.READER, 4);
        assertThat(cache.current(ANY)).as("nothing is heard").isEmpty();
        hears();
        assertThat(cache.current(ANY)).as("changes before may be missing").isEmpty();
        keep(Role.READER, 4);

        assertThat(cache.current(ANY)).isPresent();
        pass(Duration.ofMillis(1_001));
        assertThat(cache.current(ANY)).isEmpty();
        assertThat(cache.last(ANY)).isPresent();

        keep(Role.READER, 4);
        cache.lost();
        assertThat(cache.current(ANY)).isEmpty();
    }

    @Test
    void itsFreshnessAgesWithIt() {
        keep(Role.READER, 4);
        pass(Duration.ofSeconds(30));

        NodeAnswer<LookupRow> last = cache.last(ANY).orElseThrow();

        assertThat(last.isKept()).isTrue();
        assertThat(last.found().freshness())
                .isEqualTo(new Freshness(NOON.plusSeconds(30).plusNanos(1), NOON));
    }

    @Test
    void whatWillNotDoIsNotGiven() {
        keep(Role.READER, 4);

        assertThat(cache.last(question(null, 4))).isPresent();
        assertThat(cache.last(question(null, 5))).isEmpty();
        assertThat(cache.last(question("0198f3c2-7a10-7cc3-98c4-dc0c0c07398f", 0)))
                .isEmpty();
    }

    @Test
    void anOlderAnswerThatComesLaterIsBelievedOnlyOfTheWriter() {
        keep(Role.WRITER, 5);
        keep(Role.READER, 4);
        assertThat(cache.isAbove(ANY, answer(4))).isTrue();

        keep(Role.WRITER, 3);

        assertThat(cache.isAbove(ANY, answer(4))).isFalse();
        assertThat(cache.isAbove(ANY, null)).isTrue();
    }

    @Test
    void whatIsVoidIsForgotten() {
        keep(Role.READER, 4);
        cache.changed(new Change.Newer(PARCEL.value(), new Version(1, 5)));
        assertThat(cache.last(ANY)).isPresent();

        cache.changed(new Change.Unclear(PARCEL.value()));

        assertThat(cache.last(ANY)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereItIsOff() {
        NearCache off = cache(false);
        off.keep(ANY, found(Role.READER, 4), now);

        assertThat(off.last(ANY)).isEmpty();
    }

    private NearCache cache(boolean enabled) {
        return new NearCache(
                new CacheSettings(enabled, Duration.ofSeconds(1), Duration.ofMinutes(1), DataSize.ofKilobytes(64)),
                () -> now);
    }

    private void hears() {
        cache.began();
        pass(Duration.ofNanos(1));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void keep(Role role, long revision) {
        cache.keep(ANY, found(role, revision), now);
        pass(Duration.ofNanos(1));
    }

    private static NodeAnswer<LookupRow> found(Role role, long revision) {
        return new NodeAnswer<>(role, new LookupRow(new Freshness(NOON, NOON), answer(revision), null, null), false);
    }

    private static StoredAnswer answer(long revision) {
        return new StoredAnswer(new Version(1, revision), null, new byte[10]);
    }

    private static LookupRequest question(@Nullable String after, long minRevision) {
        return new LookupRequest(PARCEL, Language.ES, after, minRevision, Duration.ZERO);
    }
}

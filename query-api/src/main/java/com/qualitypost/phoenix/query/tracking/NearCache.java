package com.qualitypost.phoenix.query.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Change;
import com.qualitypost.phoenix.query.change.ChangeListener;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Role;
import com.qualitypost.phoenix.query.http.Language;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Caches the answers of hot parcels. An entry is as good as a node's answer for a moment, while changes are heard and
 * none was announced for its parcel; an older one is for times when no node answers. Its freshness ages with it.
 */
@Component
class NearCache implements ChangeListener {
    private static final int OVERHEAD_BYTES = 500;

    private final CacheSettings settings;
    private final LongSupplier nanoClock;
    private final Cache<Key, Held> answers;
    private volatile @Nullable Long hearingSince;

    @Autowired
    NearCache(CacheSettings settings, MeterRegistry meters) {
        this(settings, System::nanoTime);
        CaffeineCacheMetrics.monitor(meters, answers, "tracking");
    }

    NearCache(CacheSettings settings, LongSupplier nanoClock) {
        this.settings = settings;
        this.nanoClock = nanoClock;
        answers = Caffeine.newBuilder()
                .expireAfterWrite(settings.keptFor())
                .maximumWeight(settings.maxSize().toBytes())
                .weigher((Key _, Held held) -> OVERHEAD_BYTES + held.answer.size())
                .recordStats()
                .build();
    }

    private record Key(String number, Language language) {
        static Key of(LookupRequest question) {
            return new Key(question.number().value(), question.language());
        }
    }

    private record Held(NodeAnswer<LookupRow> found, StoredAnswer answer, long askedAt) {
        /** A reader's answer replaces this one only if it is newer: it may come from a reader that lags. */
        Held or(Held other) {
            boolean isLater = other.askedAt - askedAt > 0;
            return other.found.servedBy() == Role.WRITER && isLater
                            || !other.answer.version().isBefore(answer.version())
                    ? other
                    : this;
        }
    }

    long now() {
        return nanoClock.getAsLong();
    }

    /** As good as asking a node, as far as this node has heard. */
    Optional<NodeAnswer<LookupRow>> current(LookupRequest question) {
        Long hearing = hearingSince;
        if (hearing == null) {
            return Optional.empty();
        }
        long since = hearing;
        return held(question)
                .filter(held -> held.askedAt - since > 0
                        && now() - held.askedAt <= settings.currentFor().toNanos())
                .map(this::aged);
    }

    /** The last one, however old it is. */
    Optional<NodeAnswer<LookupRow>> last(LookupRequest question) {
        return held(question).map(this::aged);
    }

    /** Whether this node has returned a newer one before. */
    boolean isAbove(LookupRequest question, @Nullable StoredAnswer answer) {
        Held held = answers.asMap().get(Key.of(question));
        return held != null && (answer == null || answer.version().isBefore(held.answer.version()));
    }

    /** Caches what was found for a caller at that time. */
    void keep(LookupRequest question, NodeAnswer<LookupRow> found, long askedAt) {
        StoredAnswer answer = found.found().answer();
        if (!settings.enabled()) {
            return;
        }
        if (answer == null) {
            answers.asMap().computeIfPresent(Key.of(question), (_, held) -> held.askedAt - askedAt < 0 ? null : held);
        } else {
            answers.asMap().merge(Key.of(question), new Held(found, answer, askedAt), Held::or);
        }
    }

    /** Only an entry that is new enough; none is known to contain a particular scan. */
    private Optional<Held> held(LookupRequest question) {
        return question.after() == null
                ? Optional.ofNullable(answers.getIfPresent(Key.of(question)))
                        .filter(held -> question.judge(held.found) instanceof LookupResult.Visible)
                : Optional.empty();
    }

    private NodeAnswer<LookupRow> aged(Held held) {
        LookupRow lookup = held.found.found();
        Duration age = Duration.ofNanos(Math.max(0, now() - held.askedAt));
        return new NodeAnswer<>(
                held.found.servedBy(), new LookupRow(lookup.freshness().after(age), held.answer, null, null), true);
    }

    @Override
    public void began() {
        hearingSince = now();
    }

    @Override
    public void changed(Change change) {
        switch (change) {
            case Change.Newer _ -> {} // It stays: the floor says that it is no longer current.
            case Change.Unclear(String number) -> {
                for (Language language : Language.values()) {
                    answers.invalidate(new Key(number, language));
                }
            }
        }
    }

    @Override
    public void lost() {
        hearingSince = null;
    }
}

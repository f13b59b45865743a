package com.qualitypost.phoenix.query.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qualitypost.phoenix.query.change.Change;
import com.qualitypost.phoenix.query.change.ChangeListener;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.NodeSettings;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers versions that were announced or returned so recently that a reader may not have them yet. */
@Component
class MinimumVersions implements ChangeListener {
    /**
     * About 100 bytes each; if there are more within a few seconds, some parcels fall back to whatever the reader has.
     */
    private static final int MOST = 100_000;

    /** No reader is new enough: only the writer knows. */
    private static final Version WRITERS = new Version(Integer.MAX_VALUE, Long.MAX_VALUE);

    private final Cache<String, Version> announced;

    MinimumVersions(NodeSettings nodes) {
        announced = Caffeine.newBuilder()
                .expireAfterWrite(nodes.announcedBefore())
                .maximumSize(MOST)
                .build();
    }

    boolean isAbove(TrackingNumber number, @Nullable Version found) {
        Version floor = announced.getIfPresent(number.value());
        return floor != null && (found == null || found.isBefore(floor));
    }

    /** A caller got this version from the writer: no reader may return an older one to others, in either language. */
    void given(TrackingNumber number, Version version) {
        // A version that is not new must not extend the floor's life.
        Version floor = announced.getIfPresent(number.value());
        if (floor == null || floor.isBefore(version)) {
            announced.asMap().merge(number.value(), version, Version::orNewer);
        }
    }

    @Override
    public void changed(Change change) {
        switch (change) {
            case Change.Newer(String number, Version version) ->
                announced.asMap().merge(number, version, Version::orNewer);
            case Change.Unclear(String number) -> announced.put(number, WRITERS);
        }
    }

    @Override
    public void began() {
        // Every floor stays until its time is over.
    }

    @Override
    public void lost() {
        // Here too.
    }
}

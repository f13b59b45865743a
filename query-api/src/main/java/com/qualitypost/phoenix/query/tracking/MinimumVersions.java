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

/** The versions that were announced, or given, so recently that a reader may not have them yet. */
@Component
class MinimumVersions implements ChangeListener {
    /** About 100 bytes each; of more than that in a few seconds, some go back to whatever the reader has. */
    private static final int MOST = 100_000;

    /** No reader is new enough, only the writer knows. */
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

    /** Somebody has it from the writer: no reader's older one is given to others, in whichever language. */
    void given(TrackingNumber number, Version version) {
        // What is no news does not make the floor stand longer.
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
        // Every floor stands until its time is over.
    }

    @Override
    public void lost() {
        // The same.
    }
}

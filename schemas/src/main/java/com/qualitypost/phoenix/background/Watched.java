package com.qualitypost.phoenix.background;

import org.jspecify.annotations.Nullable;

/** What runs a thread of its own: health asks it whether that works, and whether the work moves. */
public interface Watched {
    Background background();

    /** Why nothing has moved for a while although there is work; null where it has, or there is none. */
    default @Nullable String standstill() {
        return null;
    }

    /** Why it does not do what it is for; null where it does. */
    default @Nullable String trouble() {
        String failure = background().trouble();
        return failure == null ? standstill() : failure;
    }
}

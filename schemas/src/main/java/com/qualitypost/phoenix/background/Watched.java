package com.qualitypost.phoenix.background;

import org.jspecify.annotations.Nullable;

/** Something with a thread of its own; health asks it whether the thread works, and whether the work moves. */
public interface Watched {
    Background background();

    /** Why nothing has moved for a while although there is work; null if it has moved, or there is none. */
    default @Nullable String standstill() {
        return null;
    }

    /** Why it does not do its work; null if it does. */
    default @Nullable String trouble() {
        String failure = background().trouble();
        return failure == null ? standstill() : failure;
    }
}

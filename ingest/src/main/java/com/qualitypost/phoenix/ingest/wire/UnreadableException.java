package com.qualitypost.phoenix.ingest.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are no record of ours, and never will be. */
public final class UnreadableException extends Exception {

    UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

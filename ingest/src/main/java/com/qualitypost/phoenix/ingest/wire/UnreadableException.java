package com.qualitypost.phoenix.ingest.wire;

import org.jspecify.annotations.Nullable;

/** The bytes are not one of our records and never will be. */
public final class UnreadableException extends Exception {

    UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

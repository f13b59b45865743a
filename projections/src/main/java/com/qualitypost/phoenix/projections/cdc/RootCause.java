package com.qualitypost.phoenix.projections.cdc;

import org.jspecify.annotations.Nullable;

/** Describes in one line what went wrong. */
final class RootCause {
    private RootCause() {}

    static String of(@Nullable String message, @Nullable Throwable error) {
        if (error == null) {
            return message == null ? "no reason given" : message;
        }
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + text;
    }
}

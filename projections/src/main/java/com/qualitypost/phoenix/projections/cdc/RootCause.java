package com.qualitypost.phoenix.projections.cdc;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import org.jspecify.annotations.Nullable;

/** Describes in one line what went wrong. */
final class RootCause {
    private RootCause() {}

    static String of(@Nullable String message, @Nullable Throwable error) {
        if (error == null) {
            return message == null ? "no reason given" : message;
        }
        Throwable cause = getMostSpecificCause(error);
        String text = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + text;
    }
}

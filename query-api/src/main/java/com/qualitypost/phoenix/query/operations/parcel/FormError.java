package com.qualitypost.phoenix.query.operations.parcel;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a form was not done, to be put right in this field, if in any; the words are in the catalogue. */
enum FormError {
    NO_MISTAKE("error", HttpStatus.BAD_REQUEST),
    NO_TEXT("text", HttpStatus.BAD_REQUEST),
    LONG_TEXT("text", HttpStatus.BAD_REQUEST),
    NO_NAME("name", HttpStatus.BAD_REQUEST),
    TOO_MANY(null, HttpStatus.CONFLICT),
    REJECTED(null, HttpStatus.CONFLICT),
    DATABASE_AWAY(null, HttpStatus.SERVICE_UNAVAILABLE),
    GATEWAY_AWAY(null, HttpStatus.SERVICE_UNAVAILABLE);

    private final @Nullable String field;
    final HttpStatus status;

    FormError(@Nullable String field, HttpStatus status) {
        this.field = field;
        this.status = status;
    }

    public @Nullable String field() {
        return field;
    }
}

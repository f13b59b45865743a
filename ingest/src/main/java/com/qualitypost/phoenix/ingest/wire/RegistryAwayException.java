package com.qualitypost.phoenix.ingest.wire;

/** The schema registry does not answer; the record can be read once it does. */
public final class RegistryAwayException extends RuntimeException {

    RegistryAwayException(Throwable cause) {
        super("The schema registry does not answer; records of a schema not seen before have to wait for it.", cause);
    }
}

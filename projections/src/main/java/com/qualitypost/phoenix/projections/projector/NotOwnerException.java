package com.qualitypost.phoenix.projections.projector;

/** Another process writes the projections now; nothing of this attempt has been written. */
public class NotOwnerException extends RuntimeException {
    public NotOwnerException(String message) {
        super(message);
    }
}

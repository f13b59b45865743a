package com.qualitypost.phoenix.projections.projector;

/** Somebody else writes the projections now; nothing of what was tried has been written. */
public class NotOwnerException extends RuntimeException {
    public NotOwnerException(String message) {
        super(message);
    }
}

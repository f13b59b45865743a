package com.qualitypost.phoenix.local.replay;

/** A row cannot be read as a scan; the message says what to do about it. */
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1;

    BadRowException(String message) {
        super(message);
    }
}

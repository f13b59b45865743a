package com.qualitypost.phoenix.local.replay;

/** No scan can be read from a row; says what to do about it. */
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1;

    BadRowException(String message) {
        super(message);
    }
}

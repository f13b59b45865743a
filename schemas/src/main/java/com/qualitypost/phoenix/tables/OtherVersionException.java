package com.qualitypost.phoenix.tables;

/** The tables were made by migrations that are not ours, and waiting does not help. */
public final class OtherVersionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Shown in the health of an application that has met them. */
    public static final String TROUBLE =
            "the tables were made by another version of Phoenix and cannot be brought up to date";

    OtherVersionException(String difference) {
        super(TROUBLE + ": " + difference);
    }
}

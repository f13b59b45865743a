package com.qualitypost.phoenix.local.backup.binlog;

/**
 * The beginning of a binlog file, up to where whole and wanted transactions end.
 *
 * @param end its length in bytes
 * @param ending why it ends there
 */
public record ReadResult(long end, Ending ending) {

    /** Why a prefix ends. */
    public enum Ending {
        /** The file does. */
        END_OF_FILE,
        /** The next transaction is not wanted. */
        NOT_WANTED,
        /** What follows is torn or damaged. */
        DAMAGED
    }
}

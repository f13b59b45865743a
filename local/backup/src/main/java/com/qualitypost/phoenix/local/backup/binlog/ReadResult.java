package com.qualitypost.phoenix.local.backup.binlog;

/**
 * The beginning of a binlog file, up to where complete and wanted transactions end.
 *
 * @param end its length in bytes
 * @param ending why it ends there
 */
public record ReadResult(long end, Ending ending) {

    /** Why the part that was read ends. */
    public enum Ending {
        /** The file ends. */
        END_OF_FILE,
        /** The next transaction is not wanted. */
        NOT_WANTED,
        /** What follows is torn or damaged. */
        DAMAGED
    }
}

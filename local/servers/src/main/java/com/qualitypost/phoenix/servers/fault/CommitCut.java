package com.qualitypost.phoenix.servers.fault;

/** Where a connection to MySQL is cut, relative to a COMMIT. */
public enum CommitCut {
    /** The server never receives it. */
    BEFORE,
    /** The server executes it, but its answer is lost. */
    AFTER
}

package com.qualitypost.phoenix.servers.fault;

/** Where a connection to MySQL is cut, as seen from a COMMIT. */
public enum CommitCut {
    /** The server never hears of it. */
    BEFORE,
    /** The server has it, and its answer gets lost. */
    AFTER
}

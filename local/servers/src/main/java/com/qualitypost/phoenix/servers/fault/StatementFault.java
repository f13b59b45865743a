package com.qualitypost.phoenix.servers.fault;

/** What happens to a statement on its way to MySQL. */
public enum StatementFault {
    /** Its connection is cut: the server never receives it. */
    CUT_BEFORE,
    /** The server executes it, but its answer is lost with the connection. */
    CUT_AFTER,
    /** It arrives corrupted: the server refuses it, and the connection stays open. */
    SPOILT,
    /** Nothing passes any more, including this statement, until the proxy is healed. */
    HELD
}

package com.qualitypost.phoenix.servers.fault;

/** What happens to a statement on its way to MySQL. */
public enum StatementFault {
    /** Its connection is cut: the server never hears of it. */
    CUT_BEFORE,
    /** The server has executed it, and its answer gets lost with the connection. */
    CUT_AFTER,
    /** It arrives spoilt: the server refuses it, and the connection goes on. */
    SPOILT,
    /** Nothing passes any more, it neither, until the proxy is healed. */
    HELD
}

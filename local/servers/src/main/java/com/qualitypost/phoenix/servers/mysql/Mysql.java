package com.qualitypost.phoenix.servers.mysql;

/** A MySQL writer and its reader, wherever they run, with Phoenix's schemas and users. */
public interface Mysql {
    String writerUrl(String schema);

    /** The first call may start the reader, which has everything that was committed on the writer before the call. */
    String readerUrl(String schema);

    Credentials credentials();
}

package com.qualitypost.phoenix.servers.mysql;

import java.net.URI;

/** A MySQL writer and its reader, wherever they run, with Phoenix's schemas and users. */
public interface Mysql {
    String writerUrl(String schema);

    /** The first call may start the reader, which has everything that was committed on the writer before the call. */
    String readerUrl(String schema);

    /** The writer's host and port. */
    default String writer() {
        return server(writerUrl(""));
    }

    /** The reader's host and port; may start it, like {@link #readerUrl}. */
    default String reader() {
        return server(readerUrl(""));
    }

    Credentials credentials();

    private static String server(String url) {
        return URI.create(url.substring("jdbc:".length())).getAuthority();
    }
}

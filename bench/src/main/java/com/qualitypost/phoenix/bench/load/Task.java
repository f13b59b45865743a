package com.qualitypost.phoenix.bench.load;

import java.io.IOException;

/** What every connection does again and again. Thread-safe. */
public interface Task {
    /** There is nothing left to do. */
    int DONE = -1;

    /**
     * Does it once.
     *
     * @param turn counts all calls of all connections, from 0
     * @return how many operations that were, 0 if it failed, or {@link #DONE}
     */
    int run(HttpConnection connection, long turn) throws IOException;
}

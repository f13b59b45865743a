package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.servers.mysql.Credentials;
import java.util.List;

/**
 * The running database at one moment, and every transaction that it had then.
 *
 * @param executed a set of GTIDs
 */
record Snapshot(String executed, TableSums sums) {
    /** The lock is held only while a transaction begins: without it the two could differ by a commit. */
    private static final List<String> BEGIN = List.of(
            "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "SET SESSION lock_wait_timeout = 10",
            "FLUSH TABLES WITH READ LOCK",
            "START TRANSACTION WITH CONSISTENT SNAPSHOT");

    private static final String EXECUTED = "SELECT @@GLOBAL.gtid_executed";

    static Snapshot of(int port, Credentials credentials) {
        try (RootConnection root = new RootConnection(port, credentials)) {
            BEGIN.forEach(root::run);
            String executed = root.ask(EXECUTED).replace("\n", "");
            root.run("UNLOCK TABLES");
            return new Snapshot(executed, TableSums.of(root));
        }
    }
}

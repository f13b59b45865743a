package com.qualitypost.phoenix.servers.mysql;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command-line options of a writer and a reader. */
public final class MysqlOptions {
    /** The system property for the size of each server's redo log. */
    public static final String REDO_LOG = "phoenix.mysql.redo-log";

    private static final List<String> COMMON = List.of(
            "--gtid-mode=ON",
            "--enforce-gtid-consistency=ON",
            // For a writer too: it can become a reader, and its files must keep their names then.
            "--relay-log=relay",
            "--default-time-zone=+00:00",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_0900_ai_ci",
            // With the default of 100 MB a burst makes it write pages out all the time.
            "--innodb-redo-log-capacity=" + System.getProperty(REDO_LOG, "512M"),
            "--max-allowed-packet=64M");

    /** Debezium reads whole rows and no compressed transactions; what was acknowledged is on disk. */
    private static final List<String> WRITER = List.of(
            "--server-id=1",
            "--log-bin=binlog",
            "--binlog-row-image=FULL",
            "--binlog-transaction-compression=OFF",
            "--sync-binlog=1",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M");

    /** What it loses it reads again from the writer. */
    private static final List<String> READER = List.of(
            "--server-id=2",
            "--skip-log-bin",
            "--log-replica-updates=OFF",
            "--replica-parallel-workers=2",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-buffer-pool-size=128M");

    /**
     * It may lose data. It has its own server id, because a server with the writer's would skip what the writer has
     * written.
     */
    private static final List<String> COPY = List.of(
            "--server-id=3",
            "--skip-log-bin",
            "--log-replica-updates=OFF",
            "--skip-replica-start",
            "--relay-log-recovery=OFF",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-buffer-pool-size=128M");

    /** It has to be told what to follow before it continues. */
    private static final List<String> STANDBY =
            List.of("--log-replica-updates=ON", "--replica-parallel-workers=2", "--skip-replica-start=ON");

    private MysqlOptions() {}

    public static List<String> writer() {
        return concat(WRITER, COMMON);
    }

    /** Not read-only yet, because a container could not set itself up. */
    public static List<String> reader() {
        return concat(READER, COMMON);
    }

    static List<String> copy() {
        return concat(COPY, COMMON);
    }

    /** A reader that writes the same binlog as the writer, because it may become one. */
    static List<String> standby() {
        return concat(WRITER, COMMON, STANDBY, readOnly());
    }

    static List<String> readOnly() {
        return List.of("--read-only=ON", "--super-read-only=ON");
    }

    /** For a process of our own on 127.0.0.1. */
    static List<String> process(Path data, int port) {
        return List.of(
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data folder, because the path of a socket is limited to about 100 characters.
                "--socket=mysql.sock",
                "--pid-file=mysqld.pid",
                "--secure-file-priv=NULL",
                "--mysqlx=OFF",
                // We have no events, and their session delays the end of a replicated writer by 8 s.
                "--event-scheduler=OFF",
                "--performance-schema=OFF",
                "--max-connections=200");
    }

    @SafeVarargs
    static List<String> concat(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}

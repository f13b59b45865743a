package com.qualitypost.phoenix.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a writer and a reader are told. */
final class MysqlOptions {
    static final List<String> GTID = List.of("--gtid-mode=ON", "--enforce-gtid-consistency=ON");

    /** Debezium reads whole rows, and cannot look into compressed transactions. */
    static final List<String> BINLOG =
            List.of("--log-bin=binlog", "--binlog-row-image=FULL", "--binlog-transaction-compression=OFF");

    static final List<String> COMMON = List.of(
            "--default-time-zone=+00:00",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_0900_ai_ci",
            "--max-allowed-packet=64M");

    /** What was acknowledged is on disk. */
    private static final List<String> DURABLE = List.of("--sync-binlog=1", "--innodb-flush-log-at-trx-commit=1");

    /** It can always be read again from the writer. */
    private static final List<String> REPEATABLE = List.of(
            "--read-only=ON",
            "--super-read-only=ON",
            "--skip-log-bin",
            "--log-replica-updates=OFF",
            "--innodb-flush-log-at-trx-commit=2",
            "--replica-parallel-workers=2",
            "--relay-log=relay");

    private MysqlOptions() {}

    static List<String> writer() {
        return concat(List.of("--server-id=1", "--innodb-buffer-pool-size=256M"), GTID, BINLOG, DURABLE, COMMON);
    }

    static List<String> reader() {
        return concat(List.of("--server-id=2", "--innodb-buffer-pool-size=128M"), GTID, REPEATABLE, COMMON);
    }

    /** For a process of our own on 127.0.0.1. */
    static List<String> process(Path data, int port) {
        return List.of(
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data folder: the path of a socket may not be longer than about 100 characters.
                "--socket=mysql.sock",
                "--pid-file=mysqld.pid",
                "--secure-file-priv=NULL",
                "--mysqlx=OFF",
                "--performance-schema=OFF",
                "--max-connections=200");
    }

    @SafeVarargs
    static List<String> concat(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}

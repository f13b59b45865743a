package com.qualitypost.phoenix.servers;

import java.util.List;

/** The SQL that makes one server follow another by GTID. */
final class Replication {
    private static final int CATCH_UP_LIMIT_SECONDS = 30;

    private Replication() {}

    static List<String> follow(int writerPort, Credentials credentials) {
        return List.of("""
                CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = %d, SOURCE_USER = 'replica',
                    SOURCE_PASSWORD = '%s', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1,
                    SOURCE_CONNECT_RETRY = 1
                """.formatted(writerPort, credentials.password("replica")), "START REPLICA");
    }

    /** Waits until the reader has everything the writer has committed by now. */
    static void awaitCaughtUp(String writerUrl, String writerPassword, String readerUrl, String readerPassword) {
        String committed = Jdbc.ask(writerUrl, writerPassword, "SELECT @@GLOBAL.gtid_executed");
        String timedOut = Jdbc.ask(
                readerUrl,
                readerPassword,
                "SELECT WAIT_FOR_EXECUTED_GTID_SET('%s', %d)".formatted(committed, CATCH_UP_LIMIT_SECONDS));
        if (!timedOut.equals("0")) {
            throw new ServerException("The MySQL reader did not catch up with the writer in " + CATCH_UP_LIMIT_SECONDS
                    + " s. SHOW REPLICA STATUS at " + readerUrl + " says why.");
        }
    }
}

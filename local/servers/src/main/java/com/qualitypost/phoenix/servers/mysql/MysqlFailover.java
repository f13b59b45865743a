package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.mysql.MysqlSetup.Root;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Changes the roles of servers. */
final class MysqlFailover {
    private static final String READ_ONLY = "SET GLOBAL super_read_only = ON";
    private static final String WRITABLE = "SET GLOBAL read_only = OFF"; // super_read_only too
    private static final String STOP_APPLYING = "STOP REPLICA SQL_THREAD";
    private static final String START_APPLYING = "START REPLICA SQL_THREAD";
    private static final int LOWEST_ID = 1_000_000;

    private MysqlFailover() {}

    /**
     * Prepares a server to follow any writer. A server skips transactions with its own id, and a rebuilt reader needs
     * those that it wrote in its last life: so each life has another id.
     */
    static void stepDown(Root server) {
        int id = ThreadLocalRandom.current().nextInt(LOWEST_ID, Integer.MAX_VALUE);
        MysqlSetup.run(server, List.of(READ_ONLY, "STOP REPLICA", "SET GLOBAL server_id = " + id));
    }

    /** Whether a server has transactions that the writer lacks. */
    static boolean isAhead(Root server, Root writer) {
        String mine = MysqlSetup.executed(server);
        String sql = "SELECT GTID_SUBSET('%s', @@GLOBAL.gtid_executed)".formatted(mine);
        return Jdbc.ask(writer.url(), writer.password(), sql).equals("0");
    }

    static void promote(Root reader) {
        boolean applies = status(reader, "Replica_SQL_Running").equals("Yes");
        // If nothing is received any more, changing the delay would discard what was received.
        if (applies && !status(reader, "Replica_IO_Running").equals("No")) {
            delay(reader, Duration.ZERO);
        }
        MysqlSetup.run(reader, List.of("STOP REPLICA IO_THREAD"));
        if (applies) {
            MysqlSetup.awaitExecuted(reader, status(reader, "Retrieved_Gtid_Set"));
        }
        MysqlSetup.run(reader, List.of("STOP REPLICA", "RESET REPLICA ALL", WRITABLE));
    }

    static void stopApplying(Root reader) {
        MysqlSetup.run(reader, List.of(STOP_APPLYING));
    }

    static void startApplying(Root reader) {
        MysqlSetup.run(reader, List.of(START_APPLYING));
    }

    static void delay(Root reader, Duration by) {
        String delay = "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = " + by.toSeconds();
        MysqlSetup.run(reader, List.of(STOP_APPLYING, delay, START_APPLYING));
    }

    static void makeReadOnly(Root server) {
        MysqlSetup.run(server, List.of(READ_ONLY));
    }

    static void makeWritable(Root server) {
        MysqlSetup.run(server, List.of(WRITABLE));
    }

    private static String status(Root reader, String column) {
        return Jdbc.ask(reader.url(), reader.password(), "SHOW REPLICA STATUS", column);
    }
}

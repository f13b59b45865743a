package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.binlog.TransactionRange;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has a copied server apply binlogs: they are given to it as the relay logs of a source that does not exist. The server
 * recognises by its GTID what its data already contains, and skips it.
 */
final class RollForward {
    private static final Duration LIMIT = Duration.ofHours(6);
    private static final String FOLLOW = """
            CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'the archive', RELAY_LOG_FILE = '%s', RELAY_LOG_POS = 4""";
    private static final String START = "START REPLICA SQL_THREAD";
    private static final String STATUS = "SHOW REPLICA STATUS";
    private static final String HAS_ALL = "SELECT GTID_SUBSET(:wanted, @@GLOBAL.gtid_executed)";
    private static final String STOP = "STOP REPLICA";
    private static final String FORGET = "RESET REPLICA ALL";

    private final RootConnection root;
    private final Screen screen;

    RollForward(RootConnection root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    /** The files have to be in the server's data folder, and contain these transactions. */
    void through(List<Path> binlogs, TransactionRange transactions) {
        index(binlogs);
        root.run(FOLLOW.formatted(binlogs.getFirst().getFileName()));
        root.run(START);
        boolean done = Await.holds(LIMIT, () -> {
            screen.progress("  rolling forward %,d transactions".formatted(transactions.count()));
            requireNoError();
            return root.db()
                    .sql(HAS_ALL)
                    .param("wanted", transactions.gtids())
                    .query(Boolean.class)
                    .single();
        });
        if (!done) {
            throw new ServerException("The binlogs were not applied within " + LIMIT.toHours() + " hours.");
        }
        root.run(STOP);
        root.run(FORGET);
    }

    private void requireNoError() {
        Map<String, @Nullable Object> status = root.rows(STATUS).getFirst();
        if (!String.valueOf(status.get("Last_SQL_Error")).isBlank()) {
            throw new ServerException(
                    "The binlogs cannot be applied: " + status.get("Last_SQL_Error") + " Restore to an earlier time.");
        }
    }

    private static void index(List<Path> binlogs) {
        Path index = binlogs.getFirst().resolveSibling("relay.index");
        Unchecked.run(() -> Files.write(
                index, binlogs.stream().map(file -> "./" + file.getFileName()).toList()));
    }
}

package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.Recovery.Recovered;
import com.qualitypost.phoenix.local.backup.binlog.TransactionRange;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores the newest backup beside the running system, which is not disturbed, and finds out whether anything is
 * missing.
 */
public final class Drill {
    private static final int NAMED = 10;
    private static final Duration ON_THE_WAY_LIMIT = Duration.ofSeconds(30);

    private final Installation here;
    private final Store store;
    private final Screen screen;

    public Drill(Installation here, Store store, Screen screen) {
        this.here = here;
        this.store = store;
        this.screen = screen;
    }

    /** Returns whether everything is there. */
    public boolean run() {
        here.requireUp();
        try (WorkFolder work = WorkFolder.of(here)) {
            Manifest backup = newest().orElseGet(() -> {
                screen.say("There is no backup of this database yet: making one.");
                return new Backup(here, store, screen).run(work);
            });
            screen.say("Trying the backup of %s.".formatted(backup.asOf()));
            work.requireSpace(backup.size());
            List<String> wrong = compare(backup, work);
            wrong.stream().limit(NAMED).forEach(one -> screen.say("  WRONG: " + one));
            screen.say(
                    wrong.isEmpty()
                            ? "The drill passed: this backup can be relied on."
                            : "The drill FAILED in %,d points: do not rely on this backup. Make a new one with ./phoenix backup, and run the drill again."
                                    .formatted(wrong.size()));
            return wrong.isEmpty();
        }
    }

    /** A backup of another server's history does not lead to the running one. */
    private Optional<Manifest> newest() {
        try (WriterConnection writer = new WriterConnection(here.ports().mysqlWriter(), here.credentials())) {
            return store.newest().filter(backup -> backup.server().equals(writer.server()));
        }
    }

    private List<String> compare(Manifest backup, WorkFolder work) {
        int port = here.ports().mysqlWriter();
        Instant now = Instant.now();
        screen.progress("  looking at the running database");
        Snapshot running = Snapshot.of(port, here.credentials());
        try (WriterConnection writer = new WriterConnection(port, here.credentials())) {
            writer.archiveBinlogs(
                    store.binlogs(),
                    here.folder(Component.WRITER).resolve(MysqlServer.DATA),
                    backup.binlog().file());
        }
        List<String> wrong = new ArrayList<>();
        Recovered recovered = new Recovery(store, screen)
                .into(
                        work.resolve("restored"),
                        backup,
                        TransactionRange.upTo(running.executed()),
                        server -> wrong.addAll(examine(server, running.sums(), backup)));
        screen.say(
                "  recovery point: with its binlogs %.1f s before the drill, without them %.1f s; for scans 0 s, thanks to Kafka",
                seconds(Duration.between(recovered.asOf(), now)), seconds(Duration.between(backup.asOf(), now)));
        screen.say(
                "  recovery time: %.1f s to decrypt, %.1f s to start, apply %,d transactions and compare",
                seconds(recovered.unsealing()), seconds(recovered.rolling()), recovered.rolled());
        return wrong;
    }

    private List<String> examine(MysqlServer restored, TableSums running, Manifest backup) {
        List<String> wrong = new ArrayList<>();
        try (RootConnection root = new RootConnection(restored.port(), restored.credentials())) {
            TableSums sums = TableSums.of(root);
            running.tables().forEach((table, sum) -> {
                if (!sum.equals(sums.tables().get(table))) {
                    wrong.add("%s holds %s, restored %s"
                            .formatted(table, sum, sums.tables().get(table)));
                }
            });
            screen.say("  tables: %,d, with %,d rows; %,d differ"
                    .formatted(
                            running.tables().size(),
                            running.tables().values().stream()
                                    .mapToLong(TableSums.Sum::rows)
                                    .sum(),
                            wrong.size()));
            AcknowledgedScans ledger = new AcknowledgedScans(
                    here.bootstrapServers(), backup.topicEnds().getOrDefault(Topic.SCANS.topicName(), Map.of()));
            AcknowledgedScans.Audit audit = ledger.audit(root);
            screen.say("  scans acknowledged before the backup: %,d; missing %,d"
                    .formatted(audit.acknowledged(), audit.missing().size()));
            wrong.addAll(onlyLost(ledger, audit.missing()));
        }
        return wrong;
    }

    /**
     * Without scans that were not judged yet when the tables were read: they are still arriving in the running tables.
     */
    private List<String> onlyLost(AcknowledgedScans ledger, List<String> missing) {
        if (missing.isEmpty()) {
            return missing;
        }
        List<String> lost = new ArrayList<>(missing);
        try (RootConnection running = new RootConnection(here.ports().mysqlWriter(), here.credentials())) {
            Await.holds(ON_THE_WAY_LIMIT, () -> {
                lost.retainAll(ledger.audit(running).missing());
                return lost.isEmpty();
            });
        }
        return lost;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}

package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.binlog.Binlog;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.ReadResult;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.ReadResult.Ending;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.Transaction;
import com.qualitypost.phoenix.local.backup.binlog.TransactionRange;
import com.qualitypost.phoenix.local.backup.store.EncryptedFolder;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.backup.store.Manifest.StoredFile;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes a writer's folder from a backup and the binlogs that follow it. */
final class Recovery {
    private final Store store;
    private final Screen screen;

    Recovery(Store store, Screen screen) {
        this.store = store;
        this.screen = screen;
    }

    /**
     * Leaves no server running.
     *
     * @param wanted which transactions to apply; stops at the first one that is not wanted
     * @param then runs on the restored server before it is stopped
     */
    Recovered into(Path folder, Manifest backup, Predicate<Transaction> wanted, Consumer<MysqlServer> then) {
        Instant began = Instant.now();
        unseal(backup, folder);
        List<Path> relay = new ArrayList<>();
        TransactionRange transactions = new TransactionRange();
        boolean damaged = unsealBinlogs(backup, folder, wanted, relay, transactions);
        Instant unsealed = Instant.now();
        screen.progress("  starting MySQL on the restored data");
        Credentials credentials = Credentials.read(folder.resolve(MysqlServer.CREDENTIALS_FILE));
        try (MysqlServer server = MysqlServer.copy(MysqlSoftware.locate(screen::progress), folder, credentials);
                RootConnection root = new RootConnection(server.port(), credentials)) {
            if (transactions.count() > 0) {
                new RollForward(root, screen).through(relay, transactions);
            }
            then.accept(server);
        }
        DatabaseClone.tidy(folder);

        return new Recovered(
                folder,
                transactions.end().isAfter(backup.asOf()) ? transactions.end() : backup.asOf(),
                transactions.count(),
                Duration.between(began, unsealed),
                Duration.between(unsealed, Instant.now()),
                damaged);
    }

    private void unseal(Manifest backup, Path folder) {
        EncryptedFolder sealed = store.open(backup);
        int done = 0;
        for (StoredFile file : backup.files()) {
            if (file.name().startsWith(Backup.DATABASE)) {
                sealed.extract(file, folder.resolve(file.name().substring(Backup.DATABASE.length())));
            }
            screen.progress("  unsealed %,d of %,d files"
                    .formatted(++done, backup.files().size()));
        }
    }

    /** Collects the files and their transactions; returns whether they end because the rest is damaged or missing. */
    private boolean unsealBinlogs(
            Manifest backup,
            Path folder,
            Predicate<Transaction> wanted,
            List<Path> relay,
            TransactionRange transactions) {
        for (StoredFile file :
                store.binlogs().from(backup.server(), backup.binlog().file())) {
            Path binlog = folder.resolve(MysqlServer.DATA).resolve("relay.%06d".formatted(relay.size() + 1));
            store.binlogs().of(backup.server()).extract(file, binlog);
            ReadResult prefix = Binlog.read(binlog, wanted, transactions::add);
            truncate(binlog, prefix.end());
            relay.add(binlog);

            if (prefix.ending() != Ending.END_OF_FILE) {
                return prefix.ending() == Ending.DAMAGED;
            }
        }
        return store.binlogs().hasGap(backup.server(), backup.binlog().file());
    }

    private static void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A writer's folder that was made from a backup.
     *
     * @param asOf when its last transaction was committed, or its backup was taken
     * @param rolled the number of transactions from binlogs
     * @param unsealing the time to decrypt everything
     * @param rolling the time to start a server and roll forward
     * @param damaged whether binlogs end before the wanted time because the rest is damaged or missing
     */
    record Recovered(Path folder, Instant asOf, long rolled, Duration unsealing, Duration rolling, boolean damaged) {}
}

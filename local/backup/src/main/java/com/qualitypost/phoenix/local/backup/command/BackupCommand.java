package com.qualitypost.phoenix.local.backup.command;

import com.qualitypost.phoenix.local.backup.Backup;
import com.qualitypost.phoenix.local.backup.store.BackupCipher;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.screen.Positive;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phoenix backup}. */
@Command(
        name = "backup",
        description =
                "Stores the database, its binlogs and the registry's schemas, encrypted, without stopping anything, "
                        + "and reads them back. Only the ends of topics are stored, because Kafka keeps its own copies.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Runnable {
    @Option(names = "--to", paramLabel = "FOLDER", description = "folder of the backups, default: .phoenix/backups")
    private @Nullable Path folder;

    @Option(
            names = "--keep",
            paramLabel = "N",
            converter = Positive.class,
            description = "removes all but the newest N backups when this one is done; by default all are kept")
    private @Nullable Integer keep;

    @Override
    public void run() {
        Screen screen = new Screen();
        long began = System.nanoTime();
        Path to = folder == null ? Store.usualFolder() : folder;
        Store store = new Store(to, BackupCipher.withKeyMade(BackupCipher.keyFile(), screen::say));
        Manifest backup = new Backup(Installation.existing(), store, screen).run();
        screen.say(
                "Backup %s: %.1f MB (%.1f MB uncompressed), as of %s, read back, in %.1f s.",
                store.folder().resolve(backup.id()),
                backup.storedSize() / 1e6,
                backup.size() / 1e6,
                backup.asOf(),
                (System.nanoTime() - began) / 1e9);
        if (keep != null) {
            int removed = store.keep(keep);
            if (removed > 0) {
                screen.say("Removed %,d older backups.".formatted(removed));
            }
        }
    }
}

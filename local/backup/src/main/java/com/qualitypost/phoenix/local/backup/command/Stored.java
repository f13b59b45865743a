package com.qualitypost.phoenix.local.backup.command;

import com.qualitypost.phoenix.local.backup.store.BackupCipher;
import com.qualitypost.phoenix.local.backup.store.Store;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that selects the folder of backups, for the commands that read them. */
final class Stored {
    @Option(names = "--from", paramLabel = "FOLDER", description = "folder of the backups, default: .phoenix/backups")
    private @Nullable Path folder;

    Store store() {
        return new Store(folder == null ? Store.usualFolder() : folder, BackupCipher.with(BackupCipher.keyFile()));
    }
}

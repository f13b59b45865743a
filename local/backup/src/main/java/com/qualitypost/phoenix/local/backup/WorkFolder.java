package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.file.DiskSpace;
import com.qualitypost.phoenix.servers.file.LockFile;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder beside the data that holds an unencrypted copy of the database for a while: for one task at a time, and
 * readable by its owner only.
 */
final class WorkFolder implements AutoCloseable {
    private static final long SPARE_BYTES = 500_000_000;

    private final Path path;
    private final LockFile lock;

    private WorkFolder(Path path, LockFile lock) {
        this.path = path;
        this.lock = lock;
    }

    static WorkFolder of(Installation here) {
        Path path = here.data().resolve("backup-work").toAbsolutePath();
        return Unchecked.get(() -> {
            LockFile lock = LockFile.tryTake(here.data().resolve("backup.lock"))
                    .orElseThrow(() -> new ServerException(
                            "Another backup, restore or drill is running here. Wait until it has ended."));
            Folders.remove(path);
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new WorkFolder(path, lock);
        });
    }

    /** Filling up the disk of the running database would be worse than having no backup. */
    void requireSpace(long bytes) {
        Unchecked.run(() -> {
            Optional<String> shortage = DiskSpace.shortage(path, bytes + SPARE_BYTES);
            if (shortage.isPresent()) {
                throw new ServerException(shortage.get());
            }
        });
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        Folders.remove(path);
        Unchecked.run(lock::close);
    }
}

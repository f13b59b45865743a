package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.Folders;
import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where a copy of the database lies unencrypted for a while, beside the data: for one work at a time, and its owner only. */
final class WorkFolder implements AutoCloseable {
    private static final long SPARE_BYTES = 500_000_000;

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static WorkFolder of(Installation here) {
        Path path = here.data().resolve("backup-work").toAbsolutePath();
        try {
            Files.createDirectories(here.data());
            FileChannel lock = FileChannel.open(
                    here.data().resolve("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new ServerException("Another backup, restore or drill is at work here. Wait until it has ended.");
            }
            Folders.remove(path);
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new WorkFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A disk that runs full under the running database would be worse than no backup. */
    void requireSpace(long bytes) {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < bytes + SPARE_BYTES) {
                throw new ServerException("%,d MB are free for %s, and %,d MB are needed. Make room first."
                        .formatted(free / 1_000_000, path, (bytes + SPARE_BYTES) / 1_000_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        Folders.remove(path);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable Object lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }
}

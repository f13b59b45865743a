package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.file.LockFile;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The turn to start or stop the system: one command has it at a time, and it ends with that command, however that ends.
 */
public final class Turn implements AutoCloseable {
    private final LockFile lock;

    private Turn(LockFile lock) {
        this.lock = lock;
    }

    /** Fails and names the owner if it is not our turn. */
    public static Turn take() {
        return tryTake()
                .orElseThrow(() -> new ServerException(
                        "Phoenix is being started or stopped here by process %1$s. Wait for it, or stop it: kill %1$s"
                                .formatted(holder())));
    }

    static Optional<Turn> tryTake() {
        return Unchecked.get(() -> LockFile.tryTake(file()).map(Turn::new));
    }

    private static String holder() {
        return Unchecked.get(() -> LockFile.holder(file()));
    }

    /** Beside the data, which the owner of the turn may remove. */
    private static Path file() {
        return PhoenixFolders.folder().resolve("turn.lock");
    }

    @Override
    public void close() {
        Unchecked.run(lock::close);
    }
}

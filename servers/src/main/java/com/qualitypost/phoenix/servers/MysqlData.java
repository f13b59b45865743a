package com.qualitypost.phoenix.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A MySQL data folder. Initialising one takes seconds, so it is done once for a version, and copied from then on. */
final class MysqlData {
    private MysqlData() {}

    static void ensure(MysqlSoftware software, Path data) {
        if (Files.exists(data)) {
            return;
        }
        Path template = Home.software().resolve("mysql-data-" + software.version());
        if (!Files.exists(template)) {
            initialise(software, template);
        }
        Path copy = sibling(data);
        Folders.copy(template, copy);
        move(copy, data);
    }

    private static void initialise(MysqlSoftware software, Path template) {
        Path fresh = sibling(template);
        Commands.run(software.command(
                List.of("--initialize-insecure", "--innodb-redo-log-capacity=8M", "--datadir=" + fresh)));
        try {
            // The server's identity: every copy must make its own, else nobody can replicate from it.
            Files.deleteIfExists(fresh.resolve("auto.cnf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(fresh, template);
    }

    /** Worked on under another name: whoever sees the folder itself sees all of it, after a crash too. */
    private static Path sibling(Path folder) {
        Path sibling = folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid());
        Folders.remove(sibling);
        return sibling;
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
        } catch (IOException e) {
            Folders.remove(from);
            if (!Files.exists(to)) { // else another process was faster
                throw new UncheckedIOException(e);
            }
        }
    }
}

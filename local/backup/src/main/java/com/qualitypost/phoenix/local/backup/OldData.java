package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.store.BinlogArchive;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The MySQL folders as they are before a restore, when no server is running on them any more. */
final class OldData {
    private static final Pattern BINLOG = Pattern.compile("binlog\\.\\d{6,}");

    private final Installation here;

    OldData(Installation here) {
        this.here = here;
    }

    /** Stores the binlogs that no backup has: with them the database can be restored up to its last commit. */
    void saveBinlogs(BinlogArchive archive, Manifest newest) {
        Path data = here.folder(Component.WRITER).resolve(MysqlServer.DATA);
        if (!Files.isDirectory(data)) {
            return;
        }
        String server = server(data, newest.server());
        if (!server.equals(newest.server())) {
            return; // There was never a backup that they could be applied to.
        }
        try (Stream<Path> files = Files.list(data)) {
            files.filter(file ->
                            BINLOG.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file ->
                            number(file) >= BinlogArchive.number(newest.binlog().file()))
                    .forEach(file -> archive.add(server, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves them out of the way, and returns their new place. */
    Path putAside() {
        Path aside =
                here.data().resolve("damaged").resolve(Instant.now().toString().replace(':', '-'));
        try {
            Files.createDirectories(aside);
            for (Component part : List.of(Component.WRITER, Component.READER)) {
                if (Files.exists(here.folder(part))) {
                    Files.move(here.folder(part), aside.resolve(part.folder()));
                }
            }
            return aside;
        } catch (IOException e) {
            throw new UncheckedIOException("Putting the old data aside", e);
        }
    }

    /** The server's id from its own file; if that is lost, it is assumed to be the server that was backed up last. */
    private static String server(Path data, String otherwise) {
        Path identity = data.resolve("auto.cnf");
        try {
            return Files.exists(identity)
                    ? Files.readAllLines(identity).stream()
                            .filter(line -> line.startsWith("server-uuid="))
                            .map(line -> line.substring("server-uuid=".length()).strip())
                            .findFirst()
                            .orElse(otherwise)
                    : otherwise;
        } catch (IOException _) {
            return otherwise;
        }
    }

    private static long number(Path binlog) {
        return BinlogArchive.number(String.valueOf(binlog.getFileName()));
    }
}

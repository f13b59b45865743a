package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.binlog.Binlog;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.ReadResult;
import com.qualitypost.phoenix.local.backup.binlog.TransactionRange;
import com.qualitypost.phoenix.local.backup.store.BinlogArchive;
import com.qualitypost.phoenix.local.backup.store.Manifest.BinlogPosition;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the writer in a server folder of its own. */
record DatabaseClone(Path folder, Instant asOf) {
    static DatabaseClone of(WriterConnection writer, Path folder) {
        Unchecked.run(() -> Files.createDirectories(folder));
        writer.cloneInto(folder.resolve(MysqlServer.DATA));
        return new DatabaseClone(folder, writer.now());
    }

    /** Proves that a server starts on it, which also completes it, and returns every transaction that it contains. */
    String start(MysqlSoftware software, Credentials credentials) {
        try (MysqlServer server = MysqlServer.copy(software, folder, credentials);
                RootConnection root = new RootConnection(server.port(), credentials)) {
            return root.ask("SELECT @@GLOBAL.gtid_executed").replace("\n", "");
        } finally {
            tidy(folder);
        }
    }

    /** Two servers with the same identity could not replicate from each other; and there is nothing left to relay. */
    static void tidy(Path folder) {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(folder.resolve(MysqlServer.DATA), "{auto.cnf,relay.*}")) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The space that a copy of this server folder takes. */
    static long size(Path folder) {
        return files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** The data files, sorted. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder.resolve(MysqlServer.DATA))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The position in the binlogs of the first transaction that is not in the copy; {@code first} is the binlog that
     * was current when copying began.
     */
    static BinlogPosition positionIn(Path data, String first, String executed) {
        String file = first;
        while (true) {
            ReadResult prefix = Binlog.read(data.resolve(file), TransactionRange.upTo(executed), _ -> {});
            String next = BinlogArchive.after(file);
            if (prefix.ending() != ReadResult.Ending.END_OF_FILE || !Files.exists(data.resolve(next))) {
                return new BinlogPosition(file, prefix.end());
            }
            file = next;
        }
    }
}

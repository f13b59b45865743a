package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.store.BinlogArchive;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.tables.Utc;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** The statements that a backup runs on the running MySQL writer. */
final class WriterConnection implements AutoCloseable {
    private static final String CLONE_PLUGIN = """
            SELECT COUNT(*) FROM information_schema.plugins
             WHERE plugin_name = 'clone' AND plugin_status = 'ACTIVE'""";
    private static final String INSTALL_CLONE = "INSTALL PLUGIN clone SONAME 'mysql_clone.so'";
    private static final String CLONE = "CLONE LOCAL DATA DIRECTORY = '%s'";
    private static final String SERVER = "SELECT @@server_uuid";
    private static final String VERSION = "SELECT VERSION()";
    private static final String NOW = "SELECT UTC_TIMESTAMP(6)";
    private static final String CLOSE_BINLOG = "FLUSH BINARY LOGS";
    private static final String BINLOGS = "SHOW BINARY LOGS";

    private final RootConnection root;

    WriterConnection(int port, Credentials credentials) {
        this.root = new RootConnection(port, credentials);
    }

    /** Copies the whole server, consistently and while it works, into a folder that does not exist yet. */
    void cloneInto(Path folder) {
        if (root.ask(CLONE_PLUGIN).equals("0")) {
            try {
                root.run(INSTALL_CLONE);
            } catch (DataAccessException e) {
                throw new ServerException(
                        "This MySQL (%s) cannot be copied while it is running: its clone plugin is missing"
                                        .formatted(version())
                                + " (mysql_clone.so; it comes with every MySQL server package from 8.0.17"
                                + " on). If the file is there, restart Phoenix: ./phoenix down, ./phoenix up.",
                        e);
            }
        }
        root.run(CLONE.formatted(folder));
    }

    String server() {
        return root.ask(SERVER);
    }

    String version() {
        return root.ask(VERSION);
    }

    /** By the server's clock, to the microsecond, as in its binlog. */
    Instant now() {
        return Utc.instant(root.db().sql(NOW).query(LocalDateTime.class).single());
    }

    /** The one that is being written. */
    String currentBinlog() {
        return binlogs().getLast();
    }

    /** Starts a new file, and stores the previous ones from this one on. */
    void archiveBinlogs(BinlogArchive archive, Path data, String first) {
        root.run(CLOSE_BINLOG);
        List<String> files = binlogs();
        String server = server();
        files.subList(0, files.size() - 1).stream()
                .filter(file -> BinlogArchive.number(file) >= BinlogArchive.number(first))
                .forEach(file -> archive.add(server, data.resolve(file)));
    }

    private List<String> binlogs() {
        return root.rows(BINLOGS).stream()
                .map(row -> String.valueOf(row.get("Log_name")))
                .toList();
    }

    @Override
    public void close() {
        root.close();
    }
}

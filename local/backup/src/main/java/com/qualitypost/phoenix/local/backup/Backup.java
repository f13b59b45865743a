package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.store.EncryptedFolder;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.backup.store.Manifest.StoredFile;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a backup of a running system without stopping it, and reads the backup back. */
public final class Backup {
    /** The part of the backup that goes into the folder of MySQL's writer. */
    static final String DATABASE = "database/";

    static final String REGISTRY = "registry.zip";

    private final Installation here;
    private final Store store;
    private final Screen screen;

    public Backup(Installation here, Store store, Screen screen) {
        this.here = here;
        this.store = store;
        this.screen = screen;
    }

    /** Returns the backup once it was read back. */
    public Manifest run() {
        try (WorkFolder work = WorkFolder.of(here)) {
            return run(work);
        }
    }

    Manifest run(WorkFolder work) {
        Stream.of(Component.WRITER, Component.KAFKA, Component.REGISTRY)
                .filter(part -> here.process(part).isEmpty())
                .findFirst()
                .ifPresent(part -> {
                    throw new ServerException(part.folder() + " is not running. Start it with ./phoenix up.");
                });
        work.requireSpace(DatabaseClone.size(here.folder(Component.WRITER)));
        // Asked before the copy is made, to tell what was acknowledged by then from what came later.
        Map<String, Map<Integer, Long>> ends = TopicEnds.now(here.bootstrapServers());
        Path copy = work.resolve("copy");
        Folders.remove(copy);
        try (WriterConnection writer = new WriterConnection(here.ports().mysqlWriter(), here.credentials());
                RegistryContent registry = new RegistryContent(here.url(Component.REGISTRY))) {
            screen.progress("  copying the database");
            String binlog = writer.currentBinlog();
            DatabaseClone taken = DatabaseClone.of(writer, copy);
            String executed = taken.start(MysqlSoftware.locate(screen::progress), here.credentials());
            screen.progress("  storing the binlogs");
            writer.archiveBinlogs(store.binlogs(), data(), oldestNeeded(writer.server(), binlog));
            registry.saveTo(work.resolve(REGISTRY));

            String id = Store.id(taken.asOf());
            EncryptedFolder unfinished = store.begin(id);
            List<StoredFile> files = seal(unfinished, work, copy);
            Manifest manifest = new Manifest(
                    id,
                    taken.asOf(),
                    writer.server(),
                    executed,
                    DatabaseClone.positionIn(data(), binlog, executed),
                    ends,
                    Map.of("mysql", writer.version()),
                    files);
            store.finish(unfinished, manifest);
            return manifest;
        } finally {
            Folders.remove(copy);
        }
    }

    private List<StoredFile> seal(EncryptedFolder unfinished, WorkFolder work, Path copy) {
        List<Path> all = new ArrayList<>(DatabaseClone.files(copy));
        List<StoredFile> stored = new ArrayList<>();
        for (Path file : all) {
            stored.add(unfinished.add(file, DATABASE + copy.relativize(file)));
            screen.progress("  sealed %,d of %,d files".formatted(stored.size(), all.size()));
        }
        stored.add(unfinished.add(
                here.folder(Component.WRITER).resolve(MysqlServer.CREDENTIALS_FILE),
                DATABASE + MysqlServer.CREDENTIALS_FILE));
        stored.add(unfinished.add(work.resolve(REGISTRY), REGISTRY));
        for (int i = 0; i < stored.size(); i++) {
            unfinished.verify(stored.get(i));
            screen.progress("  read back %,d of %,d files".formatted(i + 1, stored.size()));
        }
        return stored;
    }

    private Path data() {
        return here.folder(Component.WRITER).resolve(MysqlServer.DATA);
    }

    /** Nobody rolls forward from before the oldest backup of this server. */
    private String oldestNeeded(String server, String now) {
        return store.backups().stream()
                .filter(backup -> backup.server().equals(server))
                .map(backup -> backup.binlog().file())
                .findFirst()
                .orElse(now);
    }
}

package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.local.backup.Recovery.Recovered;
import com.qualitypost.phoenix.local.backup.store.Manifest;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.Shutdown;
import com.qualitypost.phoenix.local.stack.SystemStarter;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;

/** Takes the database back to a point in time, and lets the tables catch up from Kafka, which is not turned back. */
public final class Restore {
    private static final EnumSet<Component> STOPPED =
            EnumSet.of(Component.INGEST, Component.PROJECTIONS, Component.QUERY, Component.READER, Component.WRITER);
    private static final Duration CATCH_UP_LIMIT = Duration.ofHours(6);

    private final Installation here;
    private final Store store;
    private final Lifetime lifetime;
    private final Screen screen;

    public Restore(Installation here, Store store, Lifetime lifetime, Screen screen) {
        this.here = here;
        this.store = store;
        this.lifetime = lifetime;
        this.screen = screen;
    }

    /** Returns once everything runs again and lookups show all that Kafka has. */
    public void to(PointInTime wanted) {
        Instant began = Instant.now();
        Manifest backup = store.newestAt(wanted.time());
        store.open(backup); // A wrong key has to be reported before anything is stopped.
        try (WorkFolder work = WorkFolder.of(here)) {
            work.requireSpace(3 * backup.size()); // For the writer, the reader, and the backup that is made of it.
            screen.say("Restoring the database as of %s, from the backup of %s.".formatted(wanted, backup.asOf()));
            screen.say(
                    "Kafka is not turned back: records that it has from later are written into the tables again afterwards.");
            new Shutdown(here, screen).run(STOPPED);
            OldData damaged = new OldData(here);
            store.newest().ifPresent(newest -> damaged.saveBinlogs(store.binlogs(), newest));

            Recovered recovered = recover(backup, wanted, work);
            Path aside = damaged.putAside();
            screen.say("  the old data was put aside: " + aside);
            goOn(recovered, backup, work, aside);
        }
        screen.say("Restored in %.1f s.", Duration.between(began, Instant.now()).toMillis() / 1e3);
    }

    private Recovered recover(Manifest backup, PointInTime wanted, WorkFolder work) {
        try {
            Recovered recovered = new Recovery(store, screen)
                    .into(
                            work.resolve("restored"),
                            backup,
                            transaction -> !transaction.committedAt().isAfter(wanted.time()),
                            Restore::realign);
            say(recovered);
            return recovered;
        } catch (RuntimeException e) {
            screen.say("The restore failed, and has changed nothing: start the system as it was with ./phoenix up.");
            throw e;
        }
    }

    private void goOn(Recovered recovered, Manifest backup, WorkFolder work, Path aside) {
        try {
            begin(recovered, backup, work);
            catchUp();
        } catch (RuntimeException e) {
            screen.say(
                    "The restore did not finish. Fix the cause given below and run it again: it starts from the beginning."
                            + " The old data stays in " + aside + ".");
            throw e;
        }
    }

    /** Starts the servers; a backup is made before anything is written, because history forks here. */
    private void begin(Recovered recovered, Manifest backup, WorkFolder work) {
        Path writer = here.folder(Component.WRITER);
        Path reader = here.folder(Component.READER);
        Unchecked.run(() -> {
            Files.move(recovered.folder(), writer);
            Files.createDirectories(reader);
        });
        Folders.copy(writer.resolve(MysqlServer.DATA), reader.resolve(MysqlServer.DATA));
        MysqlServer.writer(MysqlSoftware.locate(screen::progress), writer, here.port(Component.WRITER), lifetime);
        KafkaServer.start(here.folder(Component.KAFKA), here.ports(), lifetime);
        RegistryServer.start(
                here.folder(Component.REGISTRY), here.port(Component.REGISTRY), RegistryServer.Storage.FILE, lifetime);
        restoreRegistry(backup, work);
        Manifest made = new Backup(here, store, screen).run(work);
        screen.say("  backed up what was restored, because history forks here: " + made.id());
    }

    private void restoreRegistry(Manifest backup, WorkFolder work) {
        Path zip = work.resolve("old-" + Backup.REGISTRY);
        backup.files().stream()
                .filter(file -> file.name().equals(Backup.REGISTRY))
                .forEach(file -> store.open(backup).extract(file, zip));
        try (RegistryContent registry = new RegistryContent(here.url(Component.REGISTRY))) {
            if (registry.restoreIfEmpty(zip)) {
                screen.say("  the schema registry was empty: the backup's schemas and their ids were restored");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void catchUp() {
        if (TopicEnds.now(here.bootstrapServers()).isEmpty()) {
            screen.say("  Kafka is empty: no scan can be recovered from it");
        } else {
            sayWhatFollows();
        }
        new SystemStarter(here, lifetime, screen).start();
        try (Backlog drain = new Backlog(here.addresses())) {
            boolean caughtUp = drain.await(
                    CATCH_UP_LIMIT,
                    left -> screen.progress("  until everything is visible: %,d records".formatted(left)));
            screen.say(
                    caughtUp
                            ? "  caught up: lookups show every scan that Kafka has"
                            : "  not yet caught up; it continues in the background: ./phoenix status");
        }
    }

    private void sayWhatFollows() {
        try (Backlog drain = new Backlog(here.addresses())) {
            screen.say("  the tables continue from the restored offsets: %,d more records on Kafka"
                    .formatted(drain.unwritten()));
        }
    }

    private static void realign(MysqlServer restored) {
        Credentials credentials = restored.credentials();
        try (RootConnection root = new RootConnection(restored.port(), credentials)) {
            if (!root.ask(CdcPosition.IS_THERE).equals("0")) {
                root.run(CdcPosition.REALIGN);
            }
        }
    }

    private void say(Recovered recovered) {
        screen.say("  restored as of %s: the backup, and %,d transactions from binlogs"
                .formatted(recovered.asOf(), recovered.rolled()));
        if (recovered.damaged()) {
            screen.say("  the binlogs after that are damaged or missing: the rest has to come from Kafka");
        }
    }
}

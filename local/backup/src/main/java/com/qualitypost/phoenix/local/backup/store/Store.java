package com.qualitypost.phoenix.local.backup.store;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** A folder of backups, each in a folder of its own, and the binlogs that lead from one to the next. */
public final class Store {
    private static final String UNFINISHED = ".unfinished";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final BackupCipher seal;

    public Store(Path folder, BackupCipher seal) {
        this.folder = folder.toAbsolutePath();
        this.seal = seal;
    }

    /** {@code backups} in Phoenix's folder. */
    public static Path usualFolder() {
        return PhoenixFolders.folder().resolve("backups");
    }

    public Path folder() {
        return folder;
    }

    public BinlogArchive binlogs() {
        return new BinlogArchive(folder.resolve("binlogs"), seal);
    }

    /**
     * Oldest first. Each has to be in the folder of its name: a manifest from elsewhere, or a copy of one, is ignored.
     */
    public List<Manifest> backups() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.toString().endsWith(UNFINISHED))
                    .filter(child -> Files.exists(child.resolve(MANIFEST)))
                    .flatMap(child -> manifest(child).stream())
                    .sorted(Comparator.comparing(Manifest::asOf))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Manifest> newest() {
        return backups().stream().reduce((_, later) -> later);
    }

    /** The newest backup that is not later than this time. */
    public Manifest newestAt(Instant time) {
        List<Manifest> backups = backups();
        if (backups.isEmpty()) {
            throw new ServerException("There is no backup in " + folder + ". Make one with ./phoenix backup.");
        }
        return backups.stream()
                .filter(backup -> !backup.asOf().isAfter(time))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new ServerException("The oldest backup in %s is from %s: choose a later time."
                        .formatted(folder, backups.getFirst().asOf())));
    }

    /** The id of a backup made now; ids sort by time. */
    public static String id(Instant now) {
        return now.toString().replace(':', '-');
    }

    /** Where a new backup is assembled; it does not count as a backup before it is finished. */
    public EncryptedFolder begin(String id) {
        Path unfinished = folder.resolve(id + UNFINISHED);
        Folders.remove(unfinished);
        return new EncryptedFolder(unfinished, id, seal);
    }

    public EncryptedFolder open(Manifest backup) {
        EncryptedFolder opened = new EncryptedFolder(folder.resolve(backup.id()), backup.id(), seal);
        try (InputStream sealed = opened.opened(MANIFEST)) {
            if (!Manifest.parse(new String(sealed.readAllBytes(), StandardCharsets.UTF_8))
                    .equals(backup)) {
                throw new ServerException(
                        "Somebody has changed " + opened.path().resolve(MANIFEST) + ".");
            }
        } catch (IOException e) {
            throw new ServerException(
                    "The backup %s cannot be opened: %s. Check that this is the key that it was made with."
                            .formatted(opened.path(), e.getMessage()),
                    e);
        }
        return opened;
    }

    /** Turns it into a backup, and returns its place. */
    public Path finish(EncryptedFolder unfinished, Manifest manifest) {
        return Unchecked.get(() -> {
            Path written = Files.writeString(unfinished.path().resolve(MANIFEST), manifest.json());
            unfinished.verify(unfinished.add(written, MANIFEST));
            return Files.move(unfinished.path(), folder.resolve(manifest.id()));
        });
    }

    /**
     * Removes all but the newest backups, and the binlogs that nobody needs then; returns how many backups were
     * removed. Only sealed manifests decide which are the newest: if one cannot be opened nothing is removed.
     */
    public int keep(int count) {
        List<Manifest> all = backups();
        all.forEach(this::open);
        List<Manifest> old = all.subList(0, Math.max(0, all.size() - count));
        old.forEach(backup -> Folders.remove(folder.resolve(backup.id())));
        binlogs().keepFor(backups());
        return old.size();
    }

    private static Optional<Manifest> manifest(Path child) {
        Path file = child.resolve(MANIFEST);
        try {
            return Optional.ofNullable(Manifest.parse(Files.readString(file)))
                    .filter(read -> String.valueOf(child.getFileName()).equals(read.id()));
        } catch (IOException | JacksonException e) {
            throw new ServerException(file + " cannot be read. Repair it, or move its folder elsewhere.", e);
        }
    }
}

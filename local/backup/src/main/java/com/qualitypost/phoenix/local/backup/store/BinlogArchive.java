package com.qualitypost.phoenix.local.backup.store;

import com.qualitypost.phoenix.local.backup.store.Manifest.StoredFile;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The closed binlog files of each server. */
public final class BinlogArchive {
    private static final String ABOUT = ".json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final BackupCipher seal;

    BinlogArchive(Path folder, BackupCipher seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /** The number in a file's name gives their order: {@code binlog.000007}. */
    public static long number(String file) {
        return Long.parseLong(file.substring(file.lastIndexOf('.') + 1));
    }

    /** The name that follows this one. */
    public static String after(String file) {
        return "%s%06d".formatted(file.substring(0, file.lastIndexOf('.') + 1), number(file) + 1);
    }

    /** Adds the file unless it is already there; what is there was read back. */
    public void add(String server, Path binlog) {
        String name = String.valueOf(binlog.getFileName());
        EncryptedFolder sealed = of(server);
        Path about = sealed.path().resolve(name + ABOUT);
        if (Files.exists(about)) {
            return;
        }
        StoredFile stored = sealed.add(binlog, name);
        sealed.verify(stored);
        Unchecked.run(() -> {
            Path written = Files.writeString(about.resolveSibling(name + ".tmp"), JSON.writeValueAsString(stored));
            Files.move(written, about, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** A server's files from this one on, in order, up to the first gap. */
    public List<StoredFile> from(String server, String first) {
        List<StoredFile> all = all(server).stream()
                .filter(file -> number(file.name()) >= number(first))
                .toList();
        int whole = 0;
        while (whole < all.size() && number(all.get(whole).name()) == number(first) + whole) {
            whole++;
        }
        return all.subList(0, whole);
    }

    /** Whether more files exist after the gap at which {@link #from} stops. */
    public boolean hasGap(String server, String first) {
        return all(server).stream()
                        .filter(file -> number(file.name()) >= number(first))
                        .count()
                > from(server, first).size();
    }

    public EncryptedFolder of(String server) {
        return new EncryptedFolder(folder.resolve(server), server, seal);
    }

    /** Removes what is older than the oldest of these backups of a server. */
    void keepFor(List<Manifest> backups) {
        for (Path server : children(folder)) {
            String name = String.valueOf(server.getFileName());
            Optional<Long> oldest = backups.stream()
                    .filter(backup -> backup.server().equals(name))
                    .map(backup -> number(backup.binlog().file()))
                    .min(Comparator.naturalOrder());
            oldest.ifPresentOrElse(first -> removeBefore(name, first), () -> Folders.remove(server));
        }
    }

    private void removeBefore(String server, long first) {
        EncryptedFolder sealed = of(server);
        all(server).stream().filter(file -> number(file.name()) < first).forEach(file -> {
            Unchecked.run(() -> {
                Files.deleteIfExists(sealed.path().resolve(file.name() + ABOUT));
                Files.deleteIfExists(sealed.sealed(file.name()));
            });
        });
    }

    /** A file's entry counts only if it is beside that file. */
    private List<StoredFile> all(String server) {
        return children(folder.resolve(server)).stream()
                .filter(file -> file.toString().endsWith(ABOUT))
                .flatMap(file -> Stream.of(JSON.readValue(file, StoredFile.class))
                        .filter(stored -> String.valueOf(file.getFileName()).equals(stored.name() + ABOUT)))
                .sorted(Comparator.comparing(file -> number(file.name())))
                .toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

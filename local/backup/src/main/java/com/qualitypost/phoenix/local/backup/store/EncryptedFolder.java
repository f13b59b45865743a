package com.qualitypost.phoenix.local.backup.store;

import com.qualitypost.phoenix.local.backup.store.Manifest.StoredFile;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A folder of compressed and sealed files; each can only be opened under its own name in this folder. */
public final class EncryptedFolder {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final String identity;
    private final BackupCipher seal;

    EncryptedFolder(Path folder, String identity, BackupCipher seal) {
        this.folder = folder;
        this.identity = identity;
        this.seal = seal;
    }

    public Path path() {
        return folder;
    }

    /** Returns once it is on disk. */
    public StoredFile add(Path source, String name) {
        Path target = sealed(name);
        try {
            Files.createDirectories(target.getParent());
            try (DigestInputStream from = digesting(Files.newInputStream(source));
                    FileOutputStream file = new FileOutputStream(target.toFile())) {
                long size;
                try (OutputStream to = compressing(seal.sealing(new Unclosed(file), bound(name)))) {
                    size = from.transferTo(to);
                }
                file.getFD().sync();
                return new StoredFile(name, size, Files.size(target), hex(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Storing " + source, e);
        }
    }

    /** Writes a stored file out, and fails if it has changed. */
    public void extract(StoredFile stored, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (OutputStream to = Files.newOutputStream(target)) {
                copy(stored, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + target, e);
        }
    }

    /** Reads a stored file back, and fails if it has changed. */
    public void verify(StoredFile stored) {
        copy(stored, OutputStream.nullOutputStream());
    }

    private void copy(StoredFile stored, OutputStream to) {
        String read;
        try (DigestInputStream from = digesting(opened(stored.name()))) {
            from.transferTo(to);
            read = hex(from);
        } catch (IOException e) {
            throw new ServerException(
                    "%s cannot be read back: %s. The file is damaged, or this is not the key that sealed it."
                            .formatted(sealed(stored.name()), e.getMessage()),
                    e);
        }
        if (!read.equals(stored.sha256())) {
            throw new ServerException(
                    sealed(stored.name()) + " is not what was stored: its checksum differs. Use another backup.");
        }
    }

    InputStream opened(String name) throws IOException {
        return new GZIPInputStream(seal.opening(Files.newInputStream(sealed(name)), bound(name)), BUFFER_BYTES);
    }

    Path sealed(String name) {
        return folder.resolve(name + ".gz.sealed");
    }

    private String bound(String name) {
        return identity + "/" + name;
    }

    private static OutputStream compressing(OutputStream to) throws IOException {
        return new GZIPOutputStream(to, BUFFER_BYTES);
    }

    private static DigestInputStream digesting(InputStream from) {
        try {
            return new DigestInputStream(from, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    /** Flushes instead of closing: whoever opened the stream still has to make sure that it is on disk. */
    static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package com.qualitypost.phoenix.local.backup.store;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/**
 * Encrypts what is stored with AES-256-GCM, in chunks of 1 MB that are each authenticated and bound to the file's name.
 */
public final class BackupCipher {
    private static final String VARIABLE = "PHOENIX_BACKUP_KEY_FILE";

    private final StreamingAead cipher;

    private BackupCipher(StreamingAead cipher) {
        this.cipher = cipher;
    }

    /** {@code PHOENIX_BACKUP_KEY_FILE}, or {@code backup-key.json} in Phoenix's folder. */
    public static Path keyFile() {
        String said = System.getenv(VARIABLE);
        return said == null || said.isBlank() ? PhoenixFolders.folder().resolve("backup-key.json") : Path.of(said);
    }

    /** Uses the key in this file, which is created if it is missing. */
    public static BackupCipher withKeyMade(Path keyFile, Consumer<String> said) {
        if (!Files.exists(keyFile)) {
            make(keyFile);
            said.accept("Created a key for backups: " + keyFile
                    + ". Keep a copy of it elsewhere: without it no backup can be read.");
        }
        return with(keyFile);
    }

    /** Uses the key in this file. */
    public static BackupCipher with(Path keyFile) {
        try {
            StreamingAeadConfig.register();
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyFile), InsecureSecretKeyAccess.get());
            return new BackupCipher(keys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (IOException e) {
            throw new ServerException(
                    "The key of the backups cannot be read: %s. Set %s to the file that contains it."
                            .formatted(keyFile, VARIABLE),
                    e);
        } catch (GeneralSecurityException e) {
            throw new ServerException(keyFile + " does not contain a key for backups (a keyset of Tink in JSON).", e);
        }
    }

    OutputStream sealing(OutputStream sealed, String name) throws IOException {
        try {
            return cipher.newEncryptingStream(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Fails if it reads something that was not sealed with this key under this name. */
    InputStream opening(InputStream sealed, String name) throws IOException {
        try {
            return cipher.newDecryptingStream(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void make(Path keyFile) {
        try {
            StreamingAeadConfig.register();
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            Path absolute = keyFile.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.createFile(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(absolute, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("Creating the key of the backups", e);
        } catch (GeneralSecurityException e) {
            throw new ServerException("The key for backups could not be created: " + e.getMessage(), e);
        }
    }
}

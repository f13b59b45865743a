package com.qualitypost.phoenix.local.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.backup.store.Manifest.BinlogPosition;
import com.qualitypost.phoenix.local.backup.store.Manifest.StoredFile;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final String SERVER = "3b92f28e-e6e5-11f1-b833-02fc00000001";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> said = new ArrayList<>();
    private Path keyFile = Path.of("");
    private Path source = Path.of("");
    private Store store = new Store(Path.of(""), key());

    @BeforeEach
    void open() throws IOException {
        keyFile = folder.resolve("keys/key.json");
        store = new Store(folder.resolve("backups"), BackupCipher.withKeyMade(keyFile, said::add));
        byte[] content = new byte[3_000_000]; // more than two chunks
        new Random(1).nextBytes(content);
        source = Files.write(folder.resolve("source"), content);
    }

    @Test
    void whatIsStoredComesBack() throws IOException {
        Manifest backup = backup(NOON, 1);

        store.open(backup).extract(backup.files().getFirst(), folder.resolve("back"));

        assertThat(folder.resolve("back")).hasSameBinaryContentAs(source);
        assertThat(store.backups()).containsExactly(backup);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(said).singleElement().asString().contains("Keep a copy of it elsewhere");
    }

    @Test
    void theNewestBackupOfATimeThatIsNotLaterIsTaken() {
        assertThatThrownBy(() -> store.newestAt(NOON))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("There is no backup in");
        Manifest first = backup(NOON, 1);
        Manifest second = backup(NOON.plusSeconds(60), 2);

        assertThat(store.newestAt(NOON)).isEqualTo(first);
        assertThat(store.newestAt(NOON.plusSeconds(59))).isEqualTo(first);
        assertThat(store.newestAt(Instant.MAX)).isEqualTo(second);
        assertThatThrownBy(() -> store.newestAt(NOON.minusMillis(1)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("is from 2026-11-22T12:00:00Z: choose a later time");
    }

    @Test
    void anotherKeyOpensNothing() {
        Manifest backup = backup(NOON, 1);
        Store other = new Store(store.folder(), key());

        assertThatThrownBy(() -> other.open(backup))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("Check that this is the key that it was made with.");
    }

    @Test
    void whatIsDamagedOrCutOrExchangedIsNoticed() throws IOException {
        Manifest backup = backup(NOON, 1);
        EncryptedFolder opened = store.open(backup);
        StoredFile file = backup.files().getFirst();
        Path sealed = opened.sealed(file.name());
        byte[] bytes = Files.readAllBytes(sealed);
        assertThatCode(() -> opened.verify(file)).doesNotThrowAnyException();

        byte[] damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(sealed, damaged);
        assertThatThrownBy(() -> opened.verify(file)).hasMessageContaining("cannot be read back");

        Files.write(sealed, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> opened.verify(file)).hasMessageContaining("cannot be read back");

        Manifest other = backup(NOON.plusSeconds(1), 1);
        Files.copy(store.open(other).sealed(file.name()), sealed, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> opened.verify(file)).hasMessageContaining("cannot be read back");
    }

    @Test
    void aManifestThatSomebodyChangedIsNotBelieved() throws IOException {
        Manifest backup = backup(NOON, 1);
        Path manifest = store.open(backup).path().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(":1-9", ":1-10"));

        assertThatThrownBy(() -> store.open(store.newestAt(NOON))).hasMessageContaining("Somebody has changed");
    }

    @Test
    void onlyWhatTheKeptBackupsNeedIsKept() {
        backup(NOON, 1);
        Manifest second = backup(NOON.plusSeconds(1), 2);
        Manifest third = backup(NOON.plusSeconds(2), 4);
        for (int file = 1; file <= 5; file++) {
            store.binlogs().add(SERVER, binlog(file));
        }

        assertThat(store.keep(2)).isOne();

        assertThat(store.backups()).containsExactly(second, third);
        assertThat(store.binlogs().from(SERVER, "binlog.000001")).isEmpty();
        assertThat(store.binlogs().from(SERVER, "binlog.000002"))
                .extracting(StoredFile::name)
                .containsExactly("binlog.000002", "binlog.000003", "binlog.000004", "binlog.000005");
    }

    @Test
    void aManifestLeadsNobodyOutOfItsFolder() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Manifest backup = backup(NOON, 1);
        backup(NOON.plusSeconds(1), 1);
        Path manifest = store.open(backup).path().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(backup.id(), "../precious"));

        assertThat(store.keep(1)).isZero();

        assertThat(precious).exists();
        assertThat(store.backups()).hasSize(1);
    }

    @Test
    void aCopyOfABackupIsNotCountedTwice() throws IOException {
        Manifest backup = backup(NOON, 1);
        Path copy = Files.createDirectories(store.folder().resolve("copy"));
        Files.copy(store.open(backup).path().resolve("manifest.json"), copy.resolve("manifest.json"));

        assertThat(store.keep(1)).isZero();

        assertThat(store.backups()).containsExactly(backup);
    }

    @Test
    void nothingIsRemovedBecauseOfAManifestThatWasNotSealed() throws IOException {
        Manifest backup = backup(NOON, 1);
        Manifest later = backup(NOON.plusSeconds(1), 1);
        Path forged = Files.createDirectories(store.folder().resolve(Store.id(NOON.plusSeconds(9))));
        Files.writeString(
                forged.resolve("manifest.json"),
                later.json()
                        .replace(later.id(), forged.getFileName().toString())
                        .replace(later.asOf().toString(), NOON.plusSeconds(9).toString()));

        assertThatThrownBy(() -> store.keep(1))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(forged + " cannot be opened");

        assertThat(store.open(backup).path()).exists();
        assertThat(store.open(later).path()).exists();
    }

    @Test
    void aManifestThatCannotBeReadIsNamed() throws IOException {
        Path manifest = store.open(backup(NOON, 1)).path().resolve("manifest.json");
        Files.writeString(manifest, "{");

        assertThatThrownBy(store::backups)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(manifest + " cannot be read");
    }

    @Test
    void whatIsSaidOfABinlogLeadsNobodyOutOfItsFolder() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.000001.json"), "mine");
        store.binlogs().add(SERVER, binlog(1));
        Path about = store.binlogs().of(SERVER).path().resolve("binlog.000001.json");
        Files.writeString(about, Files.readString(about).replace("binlog.000001", "../../../precious.000001"));
        backup(NOON, 2);

        store.keep(1);

        assertThat(precious).exists();
    }

    @Test
    void binlogsLeadOnUpToTheFirstThatIsMissing() {
        store.binlogs().add(SERVER, binlog(3));
        store.binlogs().add(SERVER, binlog(4));
        store.binlogs().add(SERVER, binlog(6));

        assertThat(store.binlogs().from(SERVER, "binlog.000003"))
                .extracting(StoredFile::name)
                .containsExactly("binlog.000003", "binlog.000004");
        assertThat(store.binlogs().from("another", "binlog.000003")).isEmpty();
    }

    private Manifest backup(Instant asOf, int binlog) {
        EncryptedFolder unfinished = store.begin(Store.id(asOf));
        StoredFile file = unfinished.add(source, "database/data/table.ibd");
        Manifest manifest = new Manifest(
                Store.id(asOf),
                asOf,
                SERVER,
                SERVER + ":1-9",
                new BinlogPosition("binlog.%06d".formatted(binlog), 4),
                Map.of("scans", Map.of(0, 12L)),
                Map.of("mysql", "9.7.4"),
                List.of(file));
        store.finish(unfinished, manifest);
        return manifest;
    }

    private Path binlog(int number) {
        try {
            return Files.writeString(folder.resolve("binlog.%06d".formatted(number)), "binlog");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BackupCipher key() {
        try {
            return BackupCipher.withKeyMade(Files.createTempDirectory("key").resolve("key.json"), _ -> {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

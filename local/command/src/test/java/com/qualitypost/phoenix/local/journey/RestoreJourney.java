package com.qualitypost.phoenix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.backup.Backup;
import com.qualitypost.phoenix.local.backup.Drill;
import com.qualitypost.phoenix.local.backup.PointInTime;
import com.qualitypost.phoenix.local.backup.Restore;
import com.qualitypost.phoenix.local.backup.store.BackupCipher;
import com.qualitypost.phoenix.local.backup.store.Store;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer is killed and its tables are lost: what was acknowledged before and after the backup is there again. */
class RestoreJourney {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    private final Installation premises = RunningSystem.premises();

    @TempDir
    private Path folder = Path.of("");

    private final String lateNumber = RunningSystem.newNumber();

    @Test
    void whatWasAcknowledgedSurvivesTheLossOfTheDatabase() throws IOException {
        Store store =
                new Store(folder.resolve("backups"), BackupCipher.withKeyMade(folder.resolve("key.json"), _ -> {}));
        String both = RunningSystem.newNumber();
        List<UUID> acknowledged = new ArrayList<>();
        Courier courier = new Courier(both);
        acknowledged.add(courier.scans(Kind.PICKED_UP));
        acknowledged.add(courier.scans(Kind.ARRIVED));
        new Customer(both).eventuallySees(Status.IN_TRANSIT);

        new Backup(premises, store, screen).run();
        acknowledged.add(courier.scans(Kind.OUT_FOR_DELIVERY));
        new Customer(both).eventuallySees(Status.OUT_FOR_DELIVERY);
        assertThat(new Drill(premises, store, screen).run()).as(said()).isTrue();

        Instant good = Instant.now();
        acknowledged.add(courier.scans(Kind.DELIVERED));
        new Customer(both).eventuallySees(Status.DELIVERED);
        deployWhatSpoilsTheTables();
        new Customer(both).eventuallySees(Status.FAILED);
        assertThat(new Drill(premises, store, screen).run()).as(said()).isFalse();
        loseTheDatabase();
        Courier meanwhile = new Courier(lateNumber);
        UUID late = meanwhile.scans(Kind.PICKED_UP);

        new Restore(premises, store, Lifetime.ATTACHED, screen).to(new PointInTime(good));

        assertThat(new Customer(both).eventuallySeesAll(acknowledged).kinds())
                .containsExactly("PICKED_UP", "ARRIVED", "OUT_FOR_DELIVERY", "DELIVERED");
        new Customer(lateNumber).eventuallySeesAll(List.of(late));
        assertThat(premises.data().resolve("damaged")).isNotEmptyDirectory();
        assertThat(store.backups()).hasSize(2);
        assertThat(said()).contains("The drill passed", "The drill FAILED in 1 points", "caught up");
    }

    /** A statement that leaves no trace in the binlog, for the drill to find. */
    private void deployWhatSpoilsTheTables() {
        MysqlSetup.run(
                new MysqlSetup.Root(
                        MysqlSetup.jdbcUrl("127.0.0.1", premises.port(Component.WRITER), "phoenix"),
                        premises.credentials().password("root")),
                List.of(
                        "UPDATE shipment SET status = 'FAILED', revision = revision + 1000",
                        "SET SESSION sql_log_bin = OFF",
                        "DELETE FROM tracking_event WHERE kind = 'DELIVERED'"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void loseTheDatabase() throws IOException {
        premises.process(Component.WRITER).ifPresent(ServerProcess::kill);
        Path data = premises.folder(Component.WRITER).resolve("data");
        Files.delete(data.resolve("ibdata1"));
        Folders.remove(data.resolve("phoenix"));
    }
}

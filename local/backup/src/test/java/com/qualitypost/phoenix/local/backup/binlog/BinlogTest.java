package com.qualitypost.phoenix.local.backup.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.backup.binlog.Binlog.ReadResult;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.ReadResult.Ending;
import com.qualitypost.phoenix.local.backup.binlog.Binlog.Transaction;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup.Root;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a file that a real server wrote: a table, and three transactions with one row each. */
class BinlogTest {
    private static final Instant BEFORE = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static Path file = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void write() {
        Path home = TestServers.folder("mysql-binlog-test");
        try (MysqlServer server = MysqlServer.writer(
                MysqlSoftware.locate(_ -> {}), home, Ports.free().mysqlWriter(), Lifetime.ATTACHED)) {
            MysqlSetup.run(
                    new Root(server.jdbcUrl("phoenix"), server.credentials().password("root")),
                    List.of(
                            "FLUSH BINARY LOGS",
                            "CREATE TABLE t (id INT PRIMARY KEY)",
                            "INSERT INTO t VALUES (1)",
                            "INSERT INTO t VALUES (2)",
                            "INSERT INTO t VALUES (3)"));
        }
        file = home.resolve("data/binlog.000002");
    }

    @Test
    void everyTransactionIsFoundWithItsTime() throws IOException {
        List<Transaction> found = new ArrayList<>();
        ReadResult all = Binlog.read(file, _ -> true, found::add);

        assertThat(all.ending()).isEqualTo(Ending.END_OF_FILE);
        assertThat(all.end()).isEqualTo(Files.size(file));
        assertThat(found).hasSize(4);
        long first = found.getFirst().number();
        assertThat(found).extracting(Transaction::number).containsExactly(first, first + 1, first + 2, first + 3);
        assertThat(found)
                .extracting(Transaction::committedAt)
                .isSorted()
                .allMatch(time -> time.isAfter(BEFORE) && time.isBefore(Instant.now()));
    }

    @Test
    void itIsReadUpToTheFirstThatIsNotWanted() {
        Transaction third = transactions(file).get(2);
        TransactionRange found = new TransactionRange();

        ReadResult before =
                Binlog.read(file, transaction -> transaction.committedAt().isBefore(third.committedAt()), found::add);

        assertThat(found.count()).isEqualTo(2);
        assertThat(found.gtids())
                .isEqualTo("%s:%d-%d".formatted(third.source(), third.number() - 2, third.number() - 1));
        assertThat(before.ending()).isEqualTo(Ending.NOT_WANTED);
    }

    @Test
    void whereverItIsTornTheWholeTransactionsBeforeCount() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int most = 0;
        for (int length = bytes.length - 1; length > 0; length -= 7) {
            Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(bytes, length));
            List<Transaction> found = new ArrayList<>();
            ReadResult whole = Binlog.read(torn, _ -> true, found::add);

            assertThat(whole.end()).isLessThanOrEqualTo(length);
            Files.write(torn, Arrays.copyOf(bytes, (int) whole.end()));
            assertThat(transactions(torn)).isEqualTo(found);
            most = Math.max(most, found.size());
        }
        assertThat(most).isEqualTo(4); // only the mark at the end is torn
    }

    @Test
    void whatIsDamagedEndsIt() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged"), bytes);
        Path nothing = Files.write(folder.resolve("nothing"), new byte[100]);

        assertThat(Binlog.read(damaged, _ -> true, _ -> {}).ending()).isEqualTo(Ending.DAMAGED);
        assertThat(transactions(damaged)).hasSize(3);
        assertThat(Binlog.read(nothing, _ -> true, _ -> {}).ending()).isEqualTo(Ending.DAMAGED);
    }

    private static List<Transaction> transactions(Path file) {
        List<Transaction> found = new ArrayList<>();
        Binlog.read(file, _ -> true, found::add);
        return found;
    }
}

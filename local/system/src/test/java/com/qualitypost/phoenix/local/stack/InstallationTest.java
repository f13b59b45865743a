package com.qualitypost.phoenix.local.stack;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.local.stack.command.StatusCommand;
import com.qualitypost.phoenix.servers.file.PidFile;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoNeedsAllOfItIsToldHowToStartIt() {
        Partly nothing = new Partly(folder);

        assertThatThrownBy(nothing.here::requireUp)
                .isInstanceOf(ServerException.class)
                .hasMessage("Phoenix is not up. Start it with ./phoenix up, or ./phoenix demo.");
        assertThat(StatusCommand.show(nothing.here, nothing.screen)).isEqualTo(1);
    }

    @Test
    void whoNeedsAllOfItIsToldWhatIsMissing() {
        Partly partly = new Partly(folder);
        try (ServerProcess _ = partly.running(Component.KAFKA);
                ServerProcess _ = partly.running(Component.WRITER)) {
            assertThatThrownBy(partly.here::requireUp)
                    .isInstanceOf(ServerException.class)
                    .hasMessage("registry, mysql-reader, ingest, projections, query-api is not running."
                            + " Start what is missing with ./phoenix up.");
        }
    }

    @Test
    void theStatusOfAPartIsNotWellAndOmitsNothing() {
        Partly partly = new Partly(folder);
        try (ServerProcess _ = partly.running(Component.KAFKA)) {
            assertThat(StatusCommand.show(partly.here, partly.screen)).isEqualTo(1);
        }

        assertThat(partly.said())
                .containsPattern("kafka +[0-9]+ .*does not answer")
                .containsPattern("mysql-reader +- .*not running")
                .contains("Start Kafka and the MySQL writer to see how far behind the system is.")
                .contains("Start what is not running with ./phoenix up.");
    }

    @Test
    void nobodyElseLooksIntoItsData() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"), asFileAttribute(fromString("rwxr-xr-x")));

        new Installation(data, Ports.DEFAULT).remember();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatRunsIsNobodysOnceWhoeverWasToStopItIsGone() throws Exception {
        Partly partly = new Partly(folder);
        assertThat(partly.here.isNobodys()).isTrue();
        try (ServerProcess _ = partly.running(Component.KAFKA)) {
            assertThat(partly.here.isNobodys()).as("left running on purpose").isFalse();
            partly.here.own();
            assertThat(partly.here.isNobodys()).as("ours").isFalse();

            new PidFile(folder.resolve("owner.pid"))
                    .write(new ProcessBuilder("true").start().toHandle());
            await().until(partly.here::isNobodys);
        }
    }
}

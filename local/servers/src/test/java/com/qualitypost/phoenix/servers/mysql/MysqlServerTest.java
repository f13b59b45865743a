package com.qualitypost.phoenix.servers.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqlServerTest {
    private final MysqlSoftware software = MysqlSoftware.locate(System.out::println);
    private final Path folder = TestServers.folder("killed-mysql");
    private final int port = Ports.free().mysqlWriter();

    @Test
    void aKilledWriterComesBackWithWhatItCommitted() throws Exception {
        try (MysqlServer writer = start(port)) {
            Jdbc.run(writer.jdbcUrl("phoenix"), root(writer), List.of("CREATE TABLE kept AS SELECT 'yes' AS word"));
            writer.kill();
        }

        try (MysqlServer writer = start(port)) {
            assertThat(Jdbc.ask(writer.jdbcUrl("phoenix"), root(writer), "SELECT word FROM kept"))
                    .isEqualTo("yes");
            assertThatThrownBy(() -> start(Ports.free().mysqlWriter()))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining(Long.toString(writer.pid()));
        }
        Path passwords = folder.resolve(MysqlServer.CREDENTIALS_FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
    }

    private MysqlServer start(int onPort) {
        return MysqlServer.writer(software, folder, onPort, Lifetime.ATTACHED);
    }

    private static String root(MysqlServer server) {
        return server.credentials().password("root");
    }
}

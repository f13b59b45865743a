package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A MySQL data folder. Initialising one takes seconds, so it is done once per version and copied from then on. */
final class MysqlData {
    private MysqlData() {}

    static void ensure(MysqlSoftware software, Path data) {
        if (Files.exists(data)) {
            Folders.removeLeftovers(data);
            return;
        }
        Path template = PhoenixFolders.software().resolve("mysql-data-" + software.version());
        if (!Files.exists(template)) {
            Folders.make(template, fresh -> initialise(software, fresh));
        }
        Folders.make(data, fresh -> {
            Folders.copy(template, fresh);
            giveIdentity(fresh);
        });
    }

    private static void initialise(MysqlSoftware software, Path fresh) {
        Commands.run(software.command(
                List.of("--initialize-insecure", "--innodb-redo-log-capacity=8M", "--datadir=" + fresh)));
    }

    /**
     * Every copy has its own, otherwise nobody can replicate from it. Written here, because a server that is killed
     * while writing its own never starts again.
     */
    private static void giveIdentity(Path data) {
        Unchecked.run(
                () -> Files.write(data.resolve("auto.cnf"), List.of("[auto]", "server-uuid=" + UUID.randomUUID())));
    }
}

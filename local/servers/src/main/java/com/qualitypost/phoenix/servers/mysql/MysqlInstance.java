package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data folder, and how one server after the other is started on it. */
record MysqlInstance(String name, MysqlSoftware software, Path folder, Lifetime lifetime) {
    MysqlInstance {
        Path absolute = folder.toAbsolutePath();
        folder = Unchecked.get(() -> Files.createDirectories(absolute));
    }

    /** Starts a server unless one is running; does not wait until it is ready. */
    ServerProcess start(int port, List<String> options) {
        Optional<ServerProcess> running = ServerProcess.find(name, folder);
        if (running.isPresent() && running.get().wasTold("--port=" + port)) {
            return running.get();
        }
        Ports.requireFree(name, port);
        MysqlData.ensure(software, data());
        return ServerProcess.start(
                name,
                folder,
                software.command(MysqlOptions.concat(MysqlOptions.process(data(), port), options)),
                lifetime);
    }

    /** Deletes the data. */
    void empty() {
        Folders.remove(data());
    }

    private Path data() {
        return folder.resolve(MysqlServer.DATA);
    }
}

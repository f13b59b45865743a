package com.qualitypost.phoenix.bench.system;

import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A MySQL with the writer's settings for limits and peers; it is held while nobody uses it. */
public final class SpareMysql implements AutoCloseable {
    private final Path folder;
    private @Nullable MysqlServer server;

    public SpareMysql(Path folder) {
        this.folder = folder;
    }

    /** Where it is, and how root logs in. */
    public record Access(String url, int port, String password) {}

    /** What is done with it. */
    public interface Use<T> {
        T with(Access access);
    }

    /** Starts it the first time. */
    public <T> T use(Use<T> use) {
        MysqlServer running = server;
        if (running == null) {
            running = MysqlServer.writer(
                    MysqlSoftware.locate(_ -> {}), folder, Ports.free().mysqlWriter(), Lifetime.ATTACHED);
            server = running;
        } else {
            running.thaw();
        }
        try {
            return use.with(new Access(
                    running.jdbcUrl(""), running.port(), running.credentials().password("root")));
        } finally {
            running.freeze();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.thaw();
            server.kill();
        }
    }
}

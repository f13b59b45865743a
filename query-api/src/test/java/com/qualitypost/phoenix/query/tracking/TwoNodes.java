package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A writer and a reader for one test, to be damaged and healed. */
final class TwoNodes {
    private final MysqlSoftware software = MysqlSoftware.locate(System.out::println);
    private final Ports ports = Ports.free();
    private final String name;
    private final ReadModelFixture readSide;
    private MysqlServer writer;
    private MysqlServer reader;
    private boolean writerIsDown;
    private boolean readerIsDown;

    /** Called by a name of their own, because several tests may have some at once. */
    TwoNodes(String name) {
        this.name = name;
        writer = startWriter();
        reader = startReader();
        readSide =
                new ReadModelFixture(writer.jdbcUrl("phoenix"), writer.jdbcUrl("phoenix_read"), writer.credentials());
    }

    void describe(DynamicPropertyRegistry settings) {
        settings.add("phoenix.database.reader", () -> "127.0.0.1:" + reader.port());
        settings.add("phoenix.database.writer", () -> "127.0.0.1:" + writer.port());
        settings.add("phoenix.database.password", () -> writer.credentials().password("query"));
    }

    ReadModelFixture readSide() {
        return readSide;
    }

    void awaitCaughtUp() {
        reader.awaitCaughtUp(writer);
    }

    void killReader() {
        reader.kill();
        readerIsDown = true;
    }

    void killWriter() {
        writer.kill();
        writerIsDown = true;
    }

    /** Its connections stay open, but no answer comes back. */
    void freezeReader() {
        signal("STOP");
    }

    void stopReplication() {
        onReader("STOP REPLICA SQL_THREAD");
    }

    /** Both run, and the reader follows the writer. */
    void restore() {
        if (writerIsDown) {
            writer = startWriter();
            writerIsDown = false;
        }
        if (readerIsDown) {
            reader = startReader();
            readerIsDown = false;
        } else {
            signal("CONT");
            onReader("START REPLICA");
        }
        awaitCaughtUp();
    }

    private MysqlServer startWriter() {
        return MysqlServer.writer(
                software, TestServers.folder(name + "-writer"), ports.mysqlWriter(), Lifetime.ATTACHED);
    }

    private MysqlServer startReader() {
        return MysqlServer.reader(
                software, TestServers.folder(name + "-reader"), ports.mysqlReader(), writer, Lifetime.ATTACHED);
    }

    private void onReader(String sql) {
        String password = writer.credentials().password("root");
        JdbcClient.create(new DriverManagerDataSource(reader.jdbcUrl(""), "root", password))
                .sql(sql)
                .update();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(reader.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

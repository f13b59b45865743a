package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** MySQL's writer and reader, each behind a fault proxy with a fixed address. */
final class Databases implements AutoCloseable {
    static final String WRITER = MysqlServer.WRITER;
    static final String READER = MysqlServer.READER;

    private final FaultProxy writerLink;
    private final FaultProxy readerLink;
    private MysqlServer writer;
    private MysqlServer reader;
    private @Nullable Connection somebody;

    Databases(Path folder, Ports ports) {
        MysqlSoftware software = MysqlSoftware.locate(_ -> {});
        this.writer = MysqlServer.writer(software, folder.resolve("mysql-1"), ports.mysqlWriter(), Lifetime.ATTACHED);
        this.reader = MysqlServer.standby(
                software, folder.resolve("mysql-2"), ports.mysqlReader(), writer, Lifetime.ATTACHED);
        this.writerLink = FaultProxy.openBeforeMysql(0, writer.port());
        this.readerLink = FaultProxy.openBeforeMysql(0, reader.port());
    }

    Credentials credentials() {
        return writer.credentials();
    }

    FaultProxy writerLink() {
        return writerLink;
    }

    FaultProxy readerLink() {
        return readerLink;
    }

    MysqlServer writer() {
        return writer;
    }

    MysqlServer reader() {
        return reader;
    }

    /** Whether neither of them is running. */
    boolean areAway() {
        return !writer.isAlive() && !reader.isAlive();
    }

    /** Starts another server on the data that the last one left, as on Aurora's shared volume. */
    void startWriter() {
        writer = writer.takeOver(writer.port());
    }

    /** Catches up, or starts empty if it knows what the writer has lost. */
    void startReader() {
        reader = reader.follow(writer);
    }

    /** Locks all shipments and offsets in one transaction. */
    void lockRows() {
        try {
            Connection connection = DriverManager.getConnection(
                    writer.jdbcUrl("phoenix"), "root", credentials().password("root"));
            somebody = connection;
            connection.setAutoCommit(false);
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM sink_offset FOR UPDATE");
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM shipment FOR UPDATE");
        } catch (SQLException e) {
            throw new ServerException("Locking rows: " + e.getMessage(), e);
        }
    }

    void releaseRows() {
        try (Connection ended = somebody) {
            somebody = null;
        } catch (SQLException e) {
            throw new ServerException("Releasing rows: " + e.getMessage(), e);
        }
    }

    /** Promotes the reader, which is alone until the lost server is started as its reader. */
    void failOver() {
        writer.kill();
        reader.promote();
        MysqlServer lost = writer;
        writer = reader;
        reader = lost;
        writerLink.retarget(writer.port());
        readerLink.retarget(reader.port());
    }

    @Override
    public void close() {
        writerLink.close();
        readerLink.close();
        reader.kill();
        writer.kill();
    }
}

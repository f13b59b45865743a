package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.servers.Credentials;
import com.qualitypost.phoenix.servers.Lifetime;
import com.qualitypost.phoenix.servers.MysqlServer;
import com.qualitypost.phoenix.servers.MysqlSoftware;
import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.fault.FaultProxy;
import java.nio.file.Path;

/** MySQL's writer and reader, each behind a fault proxy whose address stays. */
final class Databases implements AutoCloseable {
    static final String WRITER = MysqlServer.WRITER;
    static final String READER = MysqlServer.READER;

    private final MysqlSoftware software = MysqlSoftware.locate(_ -> {});
    private final Path folder;
    private final Ports ports;
    private final FaultProxy writerLink;
    private final FaultProxy readerLink;
    private MysqlServer writer;
    private MysqlServer reader;

    Databases(Path folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
        this.writer = startedWriter();
        this.reader = startedReader();
        this.writerLink = FaultProxy.openBeforeMysql(0, ports.mysqlWriter());
        this.readerLink = FaultProxy.openBeforeMysql(0, ports.mysqlReader());
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

    /** On the data that the last one left, as Aurora's next writer does. */
    void startWriter() {
        writer = startedWriter();
    }

    void startReader() {
        reader = startedReader();
    }

    private MysqlServer startedWriter() {
        return MysqlServer.writer(software, folder.resolve(WRITER), ports.mysqlWriter(), Lifetime.ATTACHED);
    }

    private MysqlServer startedReader() {
        return MysqlServer.reader(software, folder.resolve(READER), ports.mysqlReader(), writer, Lifetime.ATTACHED);
    }

    @Override
    public void close() {
        writerLink.close();
        readerLink.close();
        reader.kill();
        writer.kill();
    }
}

package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import org.jspecify.annotations.Nullable;

/** MySQL as local processes; the reader starts when it is first needed. */
final class LocalMysql implements Mysql {
    private final MysqlSoftware software = MysqlSoftware.locate(System.out::println);
    private final Ports ports = Ports.free();
    private final MysqlServer writer = MysqlServer.writer(
            software, TestServers.folder(MysqlServer.WRITER), ports.mysqlWriter(), Lifetime.ATTACHED);
    private @Nullable MysqlServer reader;

    @Override
    public String writerUrl(String schema) {
        return writer.jdbcUrl(schema);
    }

    @Override
    public synchronized String readerUrl(String schema) {
        if (reader == null) {
            reader = MysqlServer.reader(
                    software, TestServers.folder(MysqlServer.READER), ports.mysqlReader(), writer, Lifetime.ATTACHED);
        }
        reader.awaitCaughtUp(writer);
        return reader.jdbcUrl(schema);
    }

    @Override
    public Credentials credentials() {
        return writer.credentials();
    }
}

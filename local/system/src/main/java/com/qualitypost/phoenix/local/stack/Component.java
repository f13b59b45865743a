package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import java.util.List;
import java.util.function.ToIntFunction;

/** A process of the system, named after its folder and log. */
public enum Component {
    KAFKA(KafkaServer.NAME, Ports::kafka),
    REGISTRY(RegistryServer.NAME, Ports::registry),
    WRITER(MysqlServer.WRITER, Ports::mysqlWriter),
    READER(MysqlServer.READER, Ports::mysqlReader),
    INGEST("ingest", Ports::ingest, Ports::ingestManagement, 384),
    PROJECTIONS("projections", Ports::projections, Ports::projectionsManagement, 256),
    QUERY("query-api", Ports::query, Ports::queryManagement, 192);

    /** A process stops before those that it depends on. */
    static final List<List<Component>> STOP_ORDER =
            List.of(List.of(INGEST, PROJECTIONS, QUERY), List.of(REGISTRY, KAFKA), List.of(READER), List.of(WRITER));

    private final String folder;
    private final ToIntFunction<Ports> port;
    private final ToIntFunction<Ports> managementPort;
    private final int heapMegabytes;

    /** A server. */
    Component(String folder, ToIntFunction<Ports> port) {
        this(folder, port, port, 0);
    }

    /** An application. */
    Component(String folder, ToIntFunction<Ports> port, ToIntFunction<Ports> managementPort, int heapMegabytes) {
        this.folder = folder;
        this.port = port;
        this.managementPort = managementPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** The name of its folder, its log and, for an application, its module. */
    public String folder() {
        return folder;
    }

    public int port(Ports ports) {
        return port.applyAsInt(ports);
    }

    /** An application's management port. */
    public int managementPort(Ports ports) {
        return managementPort.applyAsInt(ports);
    }

    public boolean isApplication() {
        return heapMegabytes > 0;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}

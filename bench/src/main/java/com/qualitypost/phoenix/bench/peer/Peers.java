package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The peers of this working copy, beside one MySQL; held while nothing is asked of them. */
public final class Peers implements AutoCloseable {
    private static final List<String> HTTP = List.of("node", "spring-jpa");

    private final Path folder;
    private final SpareMysql scratch;
    private final Map<String, PeerProcess> processes = new LinkedHashMap<>();
    private final Map<String, HttpPeer> http = new LinkedHashMap<>();

    public Peers(Path folder, SpareMysql scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /** The names of those that take scans and answer lookups. */
    public static List<String> http() {
        return HTTP.stream().filter(PeerProcess::exists).toList();
    }

    /** Whether there is one that copies changes. */
    public static boolean copies() {
        return PeerProcess.exists(CdcPeer.NAME);
    }

    /** Starts one that answers over HTTP, unless it was started; the first time this brings what it needs. */
    public void start(String name) {
        if (!processes.containsKey(name)) {
            int port = Ports.free().query();
            start(name, Integer.toString(port));
            http.put(name, new HttpPeer(name, URI.create("http://127.0.0.1:" + port)));
        }
    }

    /** Starts the one that copies changes through this Kafka, unless it was started. */
    public void startCopying(String bootstrapServers) {
        if (!processes.containsKey(CdcPeer.NAME)) {
            start(CdcPeer.NAME, bootstrapServers);
        }
    }

    private void start(String name, String at) {
        scratch.use(access -> {
            PeerProcess process = PeerProcess.start(name, folder, at, access);
            processes.put(name, process);
            process.hold();
            return process;
        });
    }

    /** The fresh world's scans that a started peer has stored, a second. */
    public double scansPerSecond(String name, World fresh, int batch, int connections, Duration time) {
        return with(name, _ -> started(http, name).scansPerSecond(fresh, batch, connections, time));
    }

    /** The lookups that a started peer has answered, a second; the world is loaded the first time. */
    public double lookupsPerSecond(String name, World world, int connections, Duration time) {
        return with(name, _ -> started(http, name).lookupsPerSecond(world, connections, time));
    }

    /** The rows a second at which Kafka Connect, which was started, works off a backlog of changes, in three parts. */
    public List<Double> copiedPerSecond() {
        return with(CdcPeer.NAME, access -> CdcPeer.copiedPerSecond(started(processes, CdcPeer.NAME), access));
    }

    private <T> T with(String name, SpareMysql.Use<T> use) {
        return scratch.use(access -> {
            PeerProcess process = started(processes, name);
            process.letGo();
            try {
                return use.with(access);
            } finally {
                process.hold();
            }
        });
    }

    private static <T> T started(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new ServerException("The peer %s was not started.".formatted(name));
        }
        return found;
    }

    @Override
    public void close() {
        // Its database has to answer while it ends.
        if (!processes.isEmpty()) {
            scratch.use(access -> {
                processes.values().forEach(PeerProcess::close);
                return access;
            });
        }
    }
}

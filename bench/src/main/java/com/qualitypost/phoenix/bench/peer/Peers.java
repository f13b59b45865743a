package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.system.Scratch;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.servers.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The peers of this working copy, beside one MySQL; each is started when it is asked for the first time. */
public final class Peers implements AutoCloseable {
    private static final List<String> HTTP = List.of("node", "spring-jpa");

    private final Path folder;
    private final Scratch scratch;
    private final Map<String, PeerProcess> processes = new LinkedHashMap<>();
    private final Map<String, HttpPeer> http = new LinkedHashMap<>();

    public Peers(Path folder, Scratch scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /** The names of those that take scans and answer lookups. */
    public static List<String> http() {
        return HTTP.stream().filter(PeerProcess::exists).toList();
    }

    /** The fresh world's scans that a peer has stored, a second. */
    public double scansPerSecond(String name, World fresh, int batch, int connections, Duration time) {
        return with(name, peer -> peer.scansPerSecond(fresh, batch, connections, time));
    }

    /** The lookups that a peer has answered, a second; the world is loaded the first time. */
    public double lookupsPerSecond(String name, World world, int connections, Duration time) {
        return with(name, peer -> peer.lookupsPerSecond(world, connections, time));
    }

    private double with(String name, ToDoubleFunction<HttpPeer> use) {
        return scratch.use(access -> {
            PeerProcess process = processes.get(name);
            if (process == null) {
                int port = Ports.free().query();
                process = PeerProcess.start(name, folder, Integer.toString(port), access);
                processes.put(name, process);
                http.put(name, new HttpPeer(name, URI.create("http://127.0.0.1:" + port)));
            }
            process.letGo();
            try {
                return use.applyAsDouble(http.get(name));
            } finally {
                process.hold();
            }
        });
    }

    /** The rows a second at which Kafka Connect works off a backlog of changes, in three parts; empty if there is no such peer. */
    public List<Double> copiedPerSecond(String bootstrapServers) {
        return PeerProcess.exists(CdcPeer.NAME)
                ? scratch.use(access -> CdcPeer.copiedPerSecond(folder, bootstrapServers, access))
                : List.of();
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

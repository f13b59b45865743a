package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Load;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A system that takes scans and answers lookups, synchronously, with a database and nothing else. */
public final class HttpPeer {
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int LOADED_AT_ONCE = 500;

    private final String name;
    private final URI address;
    private final Set<String> warm = new TreeSet<>();
    private @Nullable World loaded;

    HttpPeer(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    public String name() {
        return name;
    }

    /** Scans that it has stored, a second. */
    double scansPerSecond(World fresh, int batch, int connections, Duration time) {
        return perSecond("scans " + batch, connections, time, new PeerScans(address, fresh, batch));
    }

    /** Lookups that it has answered, a second, of parcels of this world, which it is given the first time. */
    double lookupsPerSecond(World world, int connections, Duration time) {
        World known = loaded;
        if (known == null) {
            Generator.closed(address, 4, Duration.ofMinutes(3), new PeerScans(address, world, LOADED_AT_ONCE));
            known = world;
            loaded = world;
        }
        World parcels = known;
        Task lookup = (connection, turn) -> connection.send(Requests.get(
                                address, "/shipments/" + parcels.number((int) (turn % parcels.parcels())), ""))
                        == 200
                ? 1
                : 0;
        return perSecond("lookups", connections, time, lookup);
    }

    private double perSecond(String what, int connections, Duration time, Task task) {
        Generator.closed(address, connections, warm.add(what) ? FIRST_WARM_UP : WARM_UP, task);
        Load load = Generator.closed(address, connections, time, task);
        if (load.operations() == 0) {
            throw new ServerException(
                    "The peer %s did none of %,d requests; see its log.".formatted(name, load.failures()));
        }
        return load.perSecond();
    }
}

package com.qualitypost.phoenix.bench.limit;

import com.qualitypost.phoenix.bench.load.Generator;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** How many answers of a size this machine can give in a second, with the same generator beside it. */
public final class StaticHttp implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final String NAME = "static";

    private final ServerProcess process;
    private final URI address;
    private boolean warm;

    private StaticHttp(ServerProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the server; between two measurements it is held. */
    public static StaticHttp start(Path folder, int answerBytes) {
        int port = Ports.free().query();
        ServerProcess process = ServerProcess.start(
                NAME,
                folder,
                Commands.java(
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StaticServer.class.getName(),
                        Integer.toString(port),
                        Integer.toString(answerBytes)),
                Lifetime.ATTACHED);
        process.awaitReady(START_LIMIT, () -> Ports.answers(port));
        process.freeze();
        return new StaticHttp(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Answers a second. */
    public double perSecond(int connections, Duration time) {
        byte[] request = Requests.get(address, "/", "");
        Task ask = (connection, _) -> connection.send(request) == 200 ? 1 : 0;
        process.thaw();
        try {
            if (!warm) {
                Generator.closed(address, connections, WARM_UP, ask);
                warm = true;
            }
            return Generator.closed(address, connections, time, ask).perSecond();
        } finally {
            process.freeze();
        }
    }

    @Override
    public void close() {
        process.kill();
    }
}

package com.qualitypost.phoenix.bench.system;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.Application;
import com.qualitypost.phoenix.local.stack.ApplicationSettings;
import com.qualitypost.phoenix.local.stack.ApplicationSettings.Endpoints;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Health;
import com.qualitypost.phoenix.local.stack.Installation;
import com.qualitypost.phoenix.local.stack.Shutdown;
import com.qualitypost.phoenix.local.stack.SystemStarter;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A Phoenix of its own, as {@code ./phoenix up} starts it but with both compilers, which can be held and restarted. */
public final class BenchSystem implements AutoCloseable {
    /** The process that makes the load: this one. */
    public static final String GENERATOR = "generator";

    private static final int PARTITIONS = 8;
    private static final Duration WELL_WITHIN = Duration.ofMinutes(3);
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(40);

    /** An idle broker without clients takes nothing, and limits need one. */
    private static final Set<Component> HELD = Set.of(
            Component.INGEST,
            Component.PROJECTIONS,
            Component.QUERY,
            Component.REGISTRY,
            Component.READER,
            Component.WRITER);

    private final Installation here;

    private BenchSystem(Installation here) {
        this.here = here;
    }

    /** Starts it on the data of this folder, and returns once all of it is well. */
    public static BenchSystem start(Path folder, Screen screen) {
        return start(folder, screen, PARTITIONS);
    }

    /** Starts one with so many partitions of every topic, if the folder is empty. */
    public static BenchSystem start(Path folder, Screen screen, int partitions) {
        Installation here = new Installation(folder, Ports.free());
        BenchSystem system = new BenchSystem(here);
        try {
            new SystemStarter(here, Lifetime.ATTACHED, screen, partitions).start();
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    public Addresses addresses() {
        return here.addresses();
    }

    public Path folder(Component part) {
        return here.folder(part);
    }

    /** What its processes, and the one that makes the load, have used. */
    public Usage usage() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (Component part : Component.values()) {
            here.process(part).ifPresent(process -> processes.put(part.folder(), process.pid()));
        }
        processes.put(GENERATOR, ProcessHandle.current().pid());
        return Usage.of(processes);
    }

    public DatabaseWrites writerWrites() {
        return DatabaseWrites.of(jdbcUrl(Component.WRITER), rootPassword());
    }

    /** The address of one of its databases, for root. */
    public String jdbcUrl(Component node) {
        return MysqlSetup.jdbcUrl("127.0.0.1", here.port(node), "phoenix");
    }

    public String rootPassword() {
        return here.credentials().password("root");
    }

    /** A number that the writer knows. */
    public long ask(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(Component.WRITER), "root", rootPassword());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getLong(1) : 0;
        } catch (SQLException e) {
            throw new ServerException("Asking the writer: " + e.getMessage(), e);
        }
    }

    /** Holds everything except Kafka while something else is measured, so that it takes no CPU. */
    public void alone(Runnable other) {
        each(HELD, ServerProcess::freeze);
        try {
            other.run();
        } finally {
            each(HELD, ServerProcess::thaw);
        }
        awaitWell();
        awaitVisible();
    }

    private void each(Set<Component> parts, Consumer<ServerProcess> action) {
        parts.forEach(part -> here.process(part).ifPresent(action));
    }

    /** SIGKILL. */
    public void kill(Component part) {
        process(part).kill();
    }

    public void stop(Component part) {
        process(part).stop();
    }

    private ServerProcess process(Component part) {
        return here.process(part).orElseThrow(() -> new ServerException(part.folder() + " is not running."));
    }

    /** Starts an application again, with other settings; does not wait until it is well. */
    public void launch(Component application, Map<String, ?> settings) {
        ApplicationSettings own = ApplicationSettings.of(
                        application, here.ports(), here.folder(application), surroundings())
                .with(settings);
        Application.launch(application, here.folder(application), own, Lifetime.ATTACHED);
    }

    private Endpoints surroundings() {
        return new Endpoints(
                here.bootstrapServers(),
                here.url(Component.REGISTRY) + "/apis/registry/v3",
                here.port(Component.WRITER),
                here.port(Component.READER),
                here.credentials(),
                here.operatorToken());
    }

    /** Waits until every application that runs is healthy. */
    public void awaitWell() {
        try (Health health = new Health(here.operatorToken())) {
            List<Component> running =
                    here.running().stream().filter(Component::isApplication).toList();
            if (!Await.holds(
                    WELL_WITHIN, () -> running.stream().allMatch(part -> health.isGood(here.managementUrl(part))))) {
                throw new ServerException(
                        "Not well within %d s: see the logs in %s".formatted(WELL_WITHIN.toSeconds(), here.data()));
            }
        }
    }

    /** Waits until lookups show everything that was acknowledged. */
    public void awaitVisible() {
        try (Backlog backlog = new Backlog(addresses())) {
            if (!backlog.await(VISIBLE_WITHIN, _ -> {})) {
                throw new ServerException("Scans were not visible %d minutes after they were accepted."
                        .formatted(VISIBLE_WITHIN.toMinutes()));
            }
        }
    }

    /** Stops everything; the data stay, for whoever continues. */
    @Override
    public void close() {
        Screen nobodys = new Screen(new PrintStream(OutputStream.nullOutputStream()), false);
        new Shutdown(here, nobodys).run();
    }
}

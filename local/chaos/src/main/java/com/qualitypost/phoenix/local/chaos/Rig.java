package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.local.stack.ApplicationSettings;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Health;
import com.qualitypost.phoenix.local.stack.OperatorToken;
import com.qualitypost.phoenix.servers.kafka.KafkaCluster;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All of Phoenix with everything twice: three brokers that keep each record three times, MySQL's writer and reader, two
 * of each application, and a fault proxy on every link to a broker or a database.
 */
final class Rig implements AutoCloseable {
    private static final int BROKERS = 3;
    private static final int PARTITIONS = 8;
    private static final int FIRST_SERVER_ID = 8201;
    /** Fewer transactions than usual, because three brokers share this machine with everything else. */
    private static final Map<String, ?> INGEST = Map.of(
            "phoenix.gateway.sandbox",
            false,
            "phoenix.streams.standby-replicas",
            1,
            "phoenix.streams.threads",
            1,
            "phoenix.streams.commit-interval",
            "200ms");

    private static final Duration WELL_WITHIN = Duration.ofMinutes(5);

    private final String operatorToken = OperatorToken.random();
    private final Health health = new Health(operatorToken);
    private final List<Ports> ports =
            IntStream.range(0, BROKERS).mapToObj(_ -> Ports.free()).toList();
    private final Path folder;
    private final RigServers servers;
    private final List<ApplicationNode> nodes = new ArrayList<>();

    private Rig(Path folder) {
        this.folder = folder;
        this.servers = new RigServers(folder, ports);
    }

    /** Returns once everything is well; deletes what was in the folder. */
    static Rig start(Path folder, Screen screen) {
        screen.say("Starting three brokers, two databases, a registry and two of each application.");
        long began = System.nanoTime();
        Folders.remove(folder);
        Rig rig = new Rig(folder);
        rig.servers.deploy(PARTITIONS);
        for (Component part : List.of(Component.INGEST, Component.PROJECTIONS, Component.QUERY)) {
            rig.launch(part, 0);
            rig.launch(part, 1);
        }
        rig.awaitWell();
        screen.say("Up in %d s; logs and ledgers are in %s."
                .formatted(Duration.ofNanos(System.nanoTime() - began).toSeconds(), folder));
        return rig;
    }

    private void launch(Component part, int index) {
        Path home = folder.resolve(part.folder() + "-" + index);
        ApplicationSettings settings = ApplicationSettings.of(
                        part, ports.get(index), home, servers.endpoints(operatorToken))
                .with(
                        switch (part) {
                            case INGEST -> INGEST;
                            case PROJECTIONS -> Map.of("phoenix.cdc.server-id", FIRST_SERVER_ID + index);
                            default -> Map.of();
                        });
        nodes.add(new ApplicationNode(part, index, home, ports.get(index), settings));
    }

    KafkaCluster kafka() {
        return servers.kafka();
    }

    Databases databases() {
        return servers.databases();
    }

    void killRegistry() {
        servers.killRegistry();
    }

    void startRegistry() {
        servers.startRegistry();
    }

    List<ApplicationNode> nodes() {
        return nodes;
    }

    List<ApplicationNode> nodes(Component part) {
        return nodes(node -> node.part() == part);
    }

    List<ApplicationNode> nodes(Predicate<ApplicationNode> chosen) {
        return nodes.stream().filter(chosen).toList();
    }

    List<URI> addresses(Component part) {
        return nodes(part).stream().map(ApplicationNode::address).toList();
    }

    /** For those who check its content. */
    Addresses addresses() {
        return new Addresses(
                addresses(Component.INGEST).getFirst(),
                addresses(Component.QUERY).getFirst(),
                addresses(Component.PROJECTIONS).getFirst(),
                new Management(
                        nodes(Component.INGEST).getFirst().managementAddress(),
                        nodes(Component.QUERY).getFirst().managementAddress(),
                        nodes(Component.PROJECTIONS).getFirst().managementAddress(),
                        operatorToken),
                kafka().bootstrapServers(),
                MysqlSetup.jdbcUrl("127.0.0.1", databases().writerLink().port(), "phoenix"),
                databases().credentials().password("migrate"));
    }

    boolean isWell(ApplicationNode node) {
        return node.isWell(health);
    }

    /** Stops these gracefully and starts them all again at once, with these JVM options. */
    void restart(List<ApplicationNode> chosen, String... jvm) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            chosen.forEach(node -> each.execute(() -> node.restart(jvm)));
        }
        awaitWell();
    }

    void awaitWell() {
        if (!becomesWell()) {
            throw new ServerException(notWell());
        }
    }

    boolean becomesWell() {
        kafka().awaitServing();
        return Await.holds(WELL_WITHIN, () -> nodes.stream().allMatch(this::isWell));
    }

    String notWell() {
        return "Not well within %d s although everything is healed: %s. See the logs in %s"
                .formatted(
                        WELL_WITHIN.toSeconds(),
                        nodes.stream().filter(node -> !isWell(node)).toList(),
                        folder);
    }

    @Override
    public void close() {
        nodes.forEach(ApplicationNode::kill);
        servers.close();
        health.close();
    }
}

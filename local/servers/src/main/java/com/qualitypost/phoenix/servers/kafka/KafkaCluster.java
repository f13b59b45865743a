package com.qualitypost.phoenix.servers.kafka;

import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Kafka on 127.0.0.1 as in production: brokers that keep each record on all of them and acknowledge it when all but one
 * have it. Clients reach a broker only through its fault proxy; brokers reach each other directly.
 */
public final class KafkaCluster implements Kafka, AutoCloseable {
    private static final String HOST = "127.0.0.1:";

    private final List<Broker> brokers;

    private KafkaCluster(List<Broker> brokers) {
        this.brokers = brokers;
    }

    private static final class Broker {
        final Path home;
        final FaultProxy link;
        final Lifetime lifetime;
        ServerProcess process;

        Broker(Path home, FaultProxy link, Lifetime lifetime) {
            this.home = home;
            this.link = link;
            this.lifetime = lifetime;
            this.process = KafkaServer.launch(home, lifetime);
        }
    }

    /** Starts a broker for each of these sets of ports, in separate folders, and waits until all of them serve. */
    public static KafkaCluster start(Path folder, List<Ports> ports, Lifetime lifetime) {
        String voters = IntStream.range(0, ports.size())
                .mapToObj(i -> (i + 1) + "@" + HOST + ports.get(i).kafkaController())
                .collect(Collectors.joining(","));
        String clusterId = KafkaServer.newClusterId();
        List<Broker> brokers = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            Path home = folder.resolve(Integer.toString(i)).toAbsolutePath();
            FaultProxy link = FaultProxy.open(0, ports.get(i).kafka());
            KafkaServer.configure(home, settings(i + 1, home, ports.get(i), link.port(), voters, ports.size()));
            KafkaServer.format(home, clusterId);
            brokers.add(new Broker(home, link, lifetime));
        }
        KafkaCluster cluster = new KafkaCluster(brokers);
        cluster.awaitServing();
        return cluster;
    }

    private static String settings(int id, Path home, Ports ports, int advertised, String voters, int brokers) {
        return KafkaServer.commonSettings()
                + """
                node.id=%d
                log.dirs=%s
                listeners=CLIENT://127.0.0.1:%d,INTERNAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=CLIENT://127.0.0.1:%d,INTERNAL://127.0.0.1:%4$d
                listener.security.protocol.map=CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=INTERNAL
                controller.quorum.voters=%7$s
                # A broker that dies may be the active controller, whose successor counts the session from the start:
                # both waits together are how long scans are refused.
                controller.quorum.fetch.timeout.ms=1000
                controller.quorum.election.timeout.ms=500
                controller.quorum.election.backoff.max.ms=500
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                default.replication.factor=%8$d
                min.insync.replicas=%9$d
                offsets.topic.replication.factor=%8$d
                transaction.state.log.replication.factor=%8$d
                transaction.state.log.min.isr=%9$d
                """.formatted(
                                id,
                                home.resolve("data"),
                                ports.kafka(),
                                ports.kafkaController() + 1,
                                ports.kafkaController(),
                                advertised,
                                voters,
                                brokers,
                                Math.max(1, brokers - 1));
    }

    /** The proxies' addresses. */
    @Override
    public String bootstrapServers() {
        return brokers.stream().map(broker -> HOST + broker.link.port()).collect(Collectors.joining(","));
    }

    /** The number of brokers; they are counted from 0. */
    public int size() {
        return brokers.size();
    }

    /** The proxy that all clients of a broker go through. */
    public FaultProxy link(int broker) {
        return brokers.get(broker).link;
    }

    /** SIGKILL. */
    public void kill(int broker) {
        brokers.get(broker).process.kill();
    }

    /** Starts a broker again on its data; does not wait until it serves. */
    public void restart(int broker) {
        Broker again = brokers.get(broker);
        again.process = KafkaServer.launch(again.home, again.lifetime);
    }

    /** Waits until all brokers serve again. */
    public void awaitServing() {
        brokers.forEach(broker -> KafkaServer.awaitServing(broker.process));
    }

    /** See {@link ServerProcess#freeze}. */
    public void freeze(int broker) {
        brokers.get(broker).process.freeze();
    }

    /** See {@link ServerProcess#thaw}. */
    public void thaw(int broker) {
        brokers.get(broker).process.thaw();
    }

    /** See {@link ServerProcess#fillDisk}; the broker ends because of it, and can be started again. */
    public void fillDisk(int broker) {
        brokers.get(broker).process.fillDisk();
    }

    /** Kills them, because their data is no longer needed. */
    @Override
    public void close() {
        brokers.forEach(broker -> {
            broker.process.kill();
            broker.link.close();
        });
    }
}

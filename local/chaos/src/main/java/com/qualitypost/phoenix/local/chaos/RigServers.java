package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.local.stack.ApplicationSettings.Endpoints;
import com.qualitypost.phoenix.servers.kafka.KafkaCluster;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import com.qualitypost.phoenix.topic.TrustedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The brokers, databases and registry of a {@link Rig}. */
final class RigServers implements AutoCloseable {
    private final Path folder;
    private final List<Ports> ports;
    private final KafkaCluster kafka;
    private final Databases databases;
    private RegistryServer registry;

    /** Starts them all at once: a broker at each of these ports, the others at the first. */
    RigServers(Path folder, List<Ports> ports) {
        this.folder = folder;
        this.ports = ports;
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var brokers = together.submit(() -> KafkaCluster.start(folder.resolve("kafka"), ports, Lifetime.ATTACHED));
            var nodes = together.submit(() -> new Databases(folder, ports.getFirst()));
            var schemas = together.submit(this::registry);
            this.kafka = brokers.get();
            this.databases = nodes.get();
            this.registry = schemas.get();
        } catch (ExecutionException e) {
            throw new ServerException("Starting the servers: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while starting the servers", e);
        }
    }

    private RegistryServer registry() {
        return RegistryServer.start(
                folder.resolve("registry"),
                ports.getFirst().registry(),
                RegistryServer.Storage.FILE,
                Lifetime.ATTACHED);
    }

    /** Creates the topics, each kept by every broker, and the schemas. */
    void deploy(int partitions) {
        TrustedRecords.establish();
        try {
            new Deployment(kafka.bootstrapServers(), registry.confluentUrl(), "", partitions, ports.size()).deploy();
        } catch (IOException | ExecutionException e) {
            throw new ServerException("Creating the topics and schemas: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while creating the topics", e);
        }
    }

    /** Where an application finds them, through the fault proxies. */
    Endpoints endpoints(String operatorToken) {
        return new Endpoints(
                kafka.bootstrapServers(),
                registry.coreUrl(),
                databases.writerLink().port(),
                databases.readerLink().port(),
                databases.credentials(),
                operatorToken);
    }

    KafkaCluster kafka() {
        return kafka;
    }

    Databases databases() {
        return databases;
    }

    void killRegistry() {
        registry.kill();
    }

    void startRegistry() {
        registry = registry();
    }

    @Override
    public void close() {
        registry.close();
        databases.close();
        kafka.close();
    }
}

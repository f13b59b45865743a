package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.file.DiskSpace;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import com.qualitypost.phoenix.servers.registry.RegistryServer.Storage;
import com.qualitypost.phoenix.topic.TrustedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Starts everything that is not running: each component as soon as what it needs is there. */
public final class SystemStarter {
    private static final int PARTITIONS = 8;
    private static final int REPLICATION = 1;

    /** Two databases with their logs, which MySQL creates at full size, and a day's growth. */
    private static final long FIRST_TIME_BYTES = 1_500_000_000;

    private static final long LATER_BYTES = 300_000_000;

    private final Installation here;
    private final Lifetime lifetime;
    private final Screen screen;
    private final int partitions;

    public SystemStarter(Installation here, Lifetime lifetime, Screen screen) {
        this(here, lifetime, screen, PARTITIONS);
    }

    /** With another number of partitions of every topic, if the topics are made now. */
    public SystemStarter(Installation here, Lifetime lifetime, Screen screen, int partitions) {
        this.here = here;
        this.lifetime = lifetime;
        this.screen = screen;
        this.partitions = partitions;
    }

    /** Returns once every component is ready; if one fails, stops those that it has started. */
    public void start() {
        if (here.running().isEmpty()) {
            here.ports().requireFree();
        }
        // At once, not when its turn has come after all the others.
        here.missing().forEach(part -> Ports.requireFree(part.folder(), here.port(part)));
        if (!here.missing().isEmpty()) {
            requireRoom();
        }
        Folders.removeLeftovers(here.data());
        here.remember();
        try (Steps steps = new Steps(screen, here.missing())) {
            var mysql = steps.start(() -> MysqlSoftware.locate(screen::progress));
            var kafka = steps.start(Component.KAFKA, "Kafka", address(Component.KAFKA), this::kafka);
            var registry =
                    steps.start(Component.REGISTRY, "schema registry", address(Component.REGISTRY), this::registry);
            var writer =
                    steps.start(Component.WRITER, "MySQL writer", address(Component.WRITER), () -> writer(mysql.get()));
            var reader = steps.start(
                    Component.READER,
                    "MySQL reader",
                    address(Component.READER),
                    () -> reader(mysql.get(), writer.get()));
            var topics = steps.start("topics, schemas", "", () -> {
                kafka.get();
                return deploy(registry.get());
            });
            steps.start(
                    Component.INGEST,
                    "ingest",
                    here.url(Component.INGEST),
                    application(Component.INGEST, writer::get, topics::get));
            var projections = steps.start(
                    Component.PROJECTIONS,
                    "projections",
                    here.url(Component.PROJECTIONS),
                    application(Component.PROJECTIONS, writer::get, topics::get));
            // It is healthy once it may read, and what it reads is made by the projections.
            steps.start(
                    Component.QUERY,
                    "query-api",
                    here.url(Component.QUERY),
                    application(Component.QUERY, reader::get, projections::get));
            steps.await();
        }
    }

    private void requireRoom() {
        Unchecked.run(() -> {
            Optional<String> shortage = DiskSpace.shortage(
                    here.data(), Files.exists(here.folder(Component.READER)) ? LATER_BYTES : FIRST_TIME_BYTES);
            if (shortage.isPresent()) {
                throw new ServerException(shortage.get());
            }
        });
    }

    private String address(Component part) {
        return "127.0.0.1:" + here.port(part);
    }

    private KafkaServer kafka() {
        return KafkaServer.start(here.folder(Component.KAFKA), here.ports(), lifetime);
    }

    private RegistryServer registry() {
        Ports ports = here.ports();
        return RegistryServer.start(here.folder(Component.REGISTRY), ports.registry(), Storage.FILE, lifetime);
    }

    private MysqlServer writer(MysqlSoftware software) {
        return MysqlServer.writer(software, here.folder(Component.WRITER), here.port(Component.WRITER), lifetime);
    }

    private MysqlServer reader(MysqlSoftware software, MysqlServer writer) {
        return MysqlServer.reader(
                software, here.folder(Component.READER), here.port(Component.READER), writer, lifetime);
    }

    private Deployment deploy(RegistryServer registry) throws ExecutionException, InterruptedException, IOException {
        TrustedRecords.establish();
        var deployment = new Deployment(here.bootstrapServers(), registry.confluentUrl(), "", partitions, REPLICATION);
        deployment.deploy();
        return deployment;
    }

    private Callable<Component> application(Component part, Callable<?>... needed) {
        return () -> {
            for (Callable<?> need : needed) {
                need.call();
            }
            Application.start(part, here, lifetime);
            return part;
        };
    }
}

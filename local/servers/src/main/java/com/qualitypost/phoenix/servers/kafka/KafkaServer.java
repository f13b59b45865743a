package com.qualitypost.phoenix.servers.kafka;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.ClassArchive;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.Compilers;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.Resources;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A single Kafka node (KRaft) on 127.0.0.1 whose data stays in its folder. */
public final class KafkaServer implements Kafka, AutoCloseable {
    public static final String NAME = "kafka";

    private static final String DATA = "data";

    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private final ServerProcess process;
    private final int port;

    private KafkaServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the node on this folder's data unless it is running, and waits until it serves. */
    public static KafkaServer start(Path folder, Ports ports, Lifetime lifetime) {
        return start(folder, ports, settings(folder.toAbsolutePath(), ports), lifetime);
    }

    /** Like {@link #start}, but only admits clients with this name and password (SASL PLAIN). */
    public static KafkaServer guarded(Path folder, Ports ports, String user, String password, Lifetime lifetime) {
        return start(folder, ports, settings(folder.toAbsolutePath(), ports) + guard(user, password), lifetime);
    }

    private static KafkaServer start(Path folder, Ports ports, String settings, Lifetime lifetime) {
        Path home = folder.toAbsolutePath();
        Optional<ServerProcess> running = ServerProcess.find(NAME, home);
        ServerProcess process = running.orElseGet(() -> launchFormatted(home, ports, settings, lifetime));
        awaitServing(process);
        return new KafkaServer(process, ports.kafka());
    }

    private static ServerProcess launchFormatted(Path home, Ports ports, String settings, Lifetime lifetime) {
        Ports.requireFree("Kafka", ports.kafka());
        Ports.requireFree("Kafka's controller", ports.kafkaController());
        configure(home, settings);
        Folders.removeLeftovers(home.resolve(DATA));
        if (!Files.exists(home.resolve(DATA))) {
            format(home, newClusterId());
        }
        return launch(home, lifetime);
    }

    /** Creates an empty data folder. */
    static void format(Path home, String clusterId) {
        Folders.make(home.resolve(DATA), fresh -> {
            Path settings = home.resolve("format.properties");
            // If a setting has two lines the last one counts.
            write(settings, read(settingsFile(home)) + "log.dirs=" + fresh + "\n");
            Commands.run(Commands.java(
                    FIRST_COMPILER_ONLY,
                    "-cp",
                    classPath(),
                    "kafka.tools.StorageTool",
                    "format",
                    // With "=", because an id may begin with a dash.
                    "--cluster-id=" + clusterId,
                    "-c",
                    settings.toString()));
        });
    }

    static ServerProcess launch(Path home, Lifetime lifetime) {
        Unchecked.run(() -> Files.deleteIfExists(served(home)));
        List<String> arguments = new ArrayList<>(archive().options());
        // The second compiler takes half of the CPU time of a start, and Kafka is only a small part of a scan's way.
        arguments.addAll(Compilers.options());
        arguments.addAll(List.of(
                "-Xmx384m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                // Logs when the node serves: its port answers too early.
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-cp",
                classPath(),
                "kafka.Kafka",
                settingsFile(home).toString()));
        return ServerProcess.start(NAME, home, Commands.java(arguments.toArray(String[]::new)), lifetime);
    }

    static void awaitServing(ServerProcess process) {
        Path served = served(process.log().resolveSibling(""));
        process.awaitReady(
                START_LIMIT, () -> Files.exists(served) || read(process.log()).contains("Kafka Server started"));
        write(served, "");
    }

    /** Exists once this process has begun to serve, because its log does not show it for ever. */
    private static Path served(Path home) {
        return home.resolve("served");
    }

    /** Shared by all nodes on this machine. */
    private static ClassArchive archive() {
        Path software = PhoenixFolders.software(NAME);
        return ClassArchive.in(software, software.resolve("lib"));
    }

    private static String classPath() {
        return PhoenixFolders.software(NAME).resolve("lib") + "/*";
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** SIGKILL; start again on the same folder to get the data back. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop();
    }

    /** Common to every Kafka of Phoenix on one machine, in containers too. */
    public static String commonSettings() {
        return Resources.text("kafka.properties");
    }

    private static String settings(Path home, Ports ports) {
        return commonSettings() + """
                log.dirs=%s
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
                controller.quorum.voters=1@127.0.0.1:%3$d
                """.formatted(home.resolve(DATA), ports.kafka(), ports.kafkaController());
    }

    /** The name of a listener need not reveal its protocol. */
    private static String guard(String user, String password) {
        return """
                listener.security.protocol.map=PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                listener.name.plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
                    required username="%1$s" password="%2$s" user_%1$s="%2$s";
                """.formatted(user, password);
    }

    /** For {@link #launch}. */
    static void configure(Path home, String settings) {
        Unchecked.run(() -> Files.createDirectories(home));
        write(settingsFile(home), settings);
    }

    private static Path settingsFile(Path home) {
        return home.resolve("server.properties");
    }

    private static void write(Path file, String text) {
        Unchecked.run(() -> Files.writeString(file, text));
    }

    private static String read(Path file) {
        return Unchecked.get(() -> Files.readString(file));
    }

    /** Kafka writes its ids as the 16 bytes of a UUID in URL-safe base64. */
    static String newClusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

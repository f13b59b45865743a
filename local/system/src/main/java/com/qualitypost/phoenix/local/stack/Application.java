package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.Compilers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of our applications as a process. */
public final class Application {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private Application() {}

    /** Starts it unless it is running, and waits until it is healthy. */
    static void start(Component part, Installation here, Lifetime lifetime) {
        // A running one may not be ready yet: whoever started it may have been killed meanwhile.
        ServerProcess process = here.process(part).orElseGet(() -> launch(part, here, lifetime));
        try (Health health = new Health(here.operatorToken())) {
            // Tries the port first, because a refused request costs ten times as much.
            process.awaitReady(
                    START_LIMIT, () -> Ports.answers(here.port(part)) && health.isGoodAtLast(here.managementUrl(part)));
        } catch (ServerException e) {
            process.kill();
            throw e;
        }
    }

    private static ServerProcess launch(Component part, Installation here, Lifetime lifetime) {
        Ports.requireFree(part.folder(), here.port(part));
        Ports.requireFree(part.folder(), part.managementPort(here.ports()));
        Path folder = here.folder(part);
        return launch(part, folder, ApplicationSettings.of(part, here.ports(), folder, here.surroundings()), lifetime);
    }

    /** Does not wait until it is healthy. */
    public static ServerProcess launch(
            Component part, Path folder, ApplicationSettings settings, Lifetime lifetime, String... jvm) {
        settings.write(folder);
        return ServerProcess.start(part.folder(), folder, command(part, jvm), lifetime);
    }

    private static List<String> command(Component part, String... jvm) {
        Unpacked application = Unpacked.of(Repository.jar(part));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + part.heapMegabytes() + "m",
                // Out of memory it would limp on and answer nobody.
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        // In the first minutes on few cores the second compiler costs more than it gains; afterwards it halves the cost
        // of a scan, so production keeps it (docs/decisions/0008).
        command.addAll(Compilers.options());
        command.addAll(application.archive().options());
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", application.jar().toString()));
        return command;
    }
}

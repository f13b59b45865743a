package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ./phoenix}, each time as a process of its own, on a separate installation. */
final class Calls {
    private static final Path JAR = Path.of("target/phoenix-command-0.1.0-SNAPSHOT.jar");

    final Installation here;
    private final Path home;
    private int calls;

    /** What a call printed, and its exit code. */
    record Ended(int code, String said) {}

    /** A call that is still running. */
    record Call(Process process, Path output) {
        Ended end() throws InterruptedException, IOException {
            int code = process.waitFor();
            return new Ended(code, said());
        }

        String said() throws IOException {
            return Files.readString(output);
        }

        /** SIGKILL; what it has started runs on. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    Calls(Path home) {
        this.home = home;
        this.here = new Installation(home.resolve("data"), Ports.free());
    }

    Call start(String... arguments) throws IOException {
        Path output = Files.createDirectories(home).resolve("call-" + ++calls + ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dphoenix.home=" + home,
                "-Dphoenix.software=" + PhoenixFolders.software(),
                "-Dphoenix.repository=" + Repository.root(),
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return new Call(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    Call up() throws IOException {
        return start("up", "--port-shift", Integer.toString(here.ports().shift()));
    }

    /** Kills everything at once with SIGKILL. */
    void killServers() {
        for (Component part : here.running()) {
            here.process(part).ifPresent(ServerProcess::kill);
        }
    }

    /** Whether there is such a file. */
    boolean isThere(String folder, String pattern) {
        Path looked = here.data().resolve(folder);
        if (!Files.isDirectory(looked)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(looked, pattern)) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

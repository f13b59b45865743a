package com.qualitypost.phoenix.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void aDetachedProcessIsFoundAgainUntilItEnds() {
        ServerProcess started = ServerProcess.start("sleeper", folder, List.of("sleep", "60"), Lifetime.DETACHED);

        assertThat(ServerProcess.find("sleeper", folder).orElseThrow().pid()).isEqualTo(started.pid());
        started.stop();
        assertThat(ServerProcess.find("sleeper", folder)).isEmpty();
    }

    @Test
    void aFolderIsWorkedOnByOneProcess() {
        try (var sleeper = ServerProcess.start("sleeper", folder, List.of("sleep", "60"), Lifetime.ATTACHED)) {
            assertThatThrownBy(() -> ServerProcess.start("sleeper", folder, List.of("sleep", "60"), Lifetime.ATTACHED))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("already runs in " + folder + " as process " + sleeper.pid());
        }
    }

    @Test
    void whatAKilledJvmLeftIsRemovedWhenItStartsAgain() throws IOException {
        Path left = Files.createDirectories(folder.resolve("jvm.tmp")).resolve("native.so");
        Files.createFile(left);

        try (var jvm = ServerProcess.start(
                "jvm", folder, Commands.java("-XshowSettings:properties", "-version"), Lifetime.ATTACHED)) {
            assertThat(Await.holds(LIMIT, () -> !jvm.isAlive())).isTrue();
        }
        assertThat(folder.resolve("jvm.log")).content().contains("java.io.tmpdir = " + left.getParent());
        assertThat(left).doesNotExist();
    }

    @Test
    void aProcessWhoseIdCannotBeKeptDoesNotBegin() throws IOException {
        Files.createDirectories(folder.resolve("unknown.pid.new/in-the-way"));
        Path begun = folder.resolve("begun");

        assertThatThrownBy(() ->
                        ServerProcess.start("unknown", folder, List.of("touch", begun.toString()), Lifetime.DETACHED))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(Await.holds(LIMIT, () -> ProcessHandle.current().children().noneMatch(this::worksHere)))
                .isTrue();
        assertThat(begun).doesNotExist();
    }

    @Test
    void aJvmThatIsEndedWhileItStartsServersLeavesNoneBehind() {
        try (var jvm = ServerProcess.start(
                "jvm",
                folder,
                Commands.java(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleepers.class.getName(),
                        folder.toString()),
                Lifetime.ATTACHED)) {
            assertThat(Await.holds(LIMIT, () -> sleepers() > 2)).isTrue();
        }

        assertThat(Await.holds(LIMIT, () -> sleepers() == 0)).isTrue();
    }

    @Test
    void aJvmThatIsEndingStopsWhatOthersStarted() throws IOException {
        ServerProcess.start("sleeper", folder, List.of("sleep", "60"), Lifetime.DETACHED);

        try (var jvm = ServerProcess.start(
                "jvm",
                folder,
                Commands.java(
                        "-cp", System.getProperty("java.class.path"), LateStop.class.getName(), folder.toString()),
                Lifetime.ATTACHED)) {
            assertThat(Await.holds(LIMIT, () -> !jvm.isAlive())).isTrue();
        }

        assertThat(ServerProcess.find("sleeper", folder)).isEmpty();
        assertThat(folder.resolve("jvm.log")).content().isEmpty();
    }

    /** Starts nothing, and stops a server once it is ending, as after Ctrl-C. */
    static final class LateStop {
        public static void main(String[] args) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> ServerProcess.find("sleeper", Path.of(args[0]))
                            .orElseThrow()
                            .stop()));
        }
    }

    private long sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(Sleepers.secondsIn(folder)::equals))
                .count();
    }

    /** Starts one server after the other. */
    static final class Sleepers {
        public static void main(String[] args) {
            Path folder = Path.of(args[0]);
            for (int i = 0; ; i++) {
                ServerProcess.start(
                        "sleeper", folder.resolve("s" + i), List.of("sleep", secondsIn(folder)), Lifetime.ATTACHED);
            }
        }

        /** How long they sleep, which tells them from those of others. */
        static String secondsIn(Path folder) {
            return Integer.toString(100_000 + Math.floorMod(folder.hashCode(), 800_000));
        }
    }

    @Test
    void ofWhatItLogsTheNewestIsKept() throws IOException {
        try (var talker = ServerProcess.start(
                "talker", folder, List.of("sh", "-c", "seq 1 5000000; echo the end"), Lifetime.ATTACHED)) {
            assertThat(Await.holds(LIMIT, () -> !talker.isAlive())).isTrue();
        }

        assertThat(Files.readAllLines(folder.resolve("talker.log"))).last().isEqualTo("the end");
        assertThat(folder.resolve("talker.log.1")).exists();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(22_000_000);
        }
    }

    @Test
    void whatItWritesOnlyItsOwnerMayRead() throws IOException {
        try (var writer = ServerProcess.start(
                "writer", folder, List.of("sh", "-c", "mkdir data; echo secret | tee data/file"), Lifetime.ATTACHED)) {
            assertThat(Await.holds(LIMIT, () -> !writer.isAlive())).isTrue();
        }

        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(permissions("data/file")).isEqualTo("rw-------");
        assertThat(permissions("writer.log")).isEqualTo("rw-------");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    @Test
    void aProcessThatMeetsAFullDiskSaysSo() {
        var full = ServerProcess.start(
                "full",
                folder,
                List.of("sh", "-c", "echo 'write: No space left on device'; exit 1"),
                Lifetime.ATTACHED);

        assertThatThrownBy(() -> full.awaitReady(LIMIT, () -> false))
                .hasMessageContaining("full ended while it was starting. The disk is full: make room");
    }

    @Test
    void aProcessThatEndsBeforeItIsReadySaysWhy() {
        var broken = ServerProcess.start(
                "broken", folder, List.of("sh", "-c", "echo the disk is full; exit 1"), Lifetime.ATTACHED);

        assertThatThrownBy(() -> broken.awaitReady(LIMIT, () -> false))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("broken ended while it was starting")
                .hasMessageContaining("the disk is full");
    }

    /** The shells that start a command and keep its log contain a file name of its folder. */
    private boolean worksHere(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.startsWith(folder.toString()));
    }
}

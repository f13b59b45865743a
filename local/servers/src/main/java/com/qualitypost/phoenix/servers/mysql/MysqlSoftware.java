package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.mysql.DebianPackages.Outcome;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A MySQL server program: its version, how to call it, and the options that it needs wherever it runs. */
public record MysqlSoftware(String version, List<String> program, List<String> options) {
    static final String FLOOR = "8.0.26"; // The first version in which replication speaks of sources and replicas.
    private static final String PROGRAM = "usr/sbin/mysqld";
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+\\.\\d+\\.\\d+)");

    /**
     * An installed one, otherwise one fetched earlier, otherwise one fetched now, whose progress is reported line by
     * line.
     */
    public static MysqlSoftware locate(Consumer<String> progress) {
        Path folder = PhoenixFolders.software().resolve("mysql");
        return installed().or(() -> fetched(folder)).orElseGet(() -> {
            fetch(folder, progress);
            return fetched(folder).orElseThrow(() -> new ServerException("The MySQL in " + folder + " does not run."));
        });
    }

    /** From Debian's unstable suite: its stable ones have MariaDB only. */
    private static void fetch(Path folder, Consumer<String> progress) {
        var packages = new DebianPackages("sid", folder, PROGRAM, List.of("mysql-server-core"));
        switch (packages.fetch(progress)) {
            case Outcome.Unpacked _ -> {}
            case Outcome.NotHere(String why) -> throw cannotBeHad(why);
            case Outcome.Failed(String why) -> throw cannotBeHad(why);
        }
    }

    private static ServerException cannotBeHad(String why) {
        return new ServerException("""
                There is no MySQL %s or newer on this machine (MariaDB does not count), and it could not be fetched:
                  %s
                Install mysqld (Ubuntu: apt-get install mysql-server-core-8.0; macOS: brew install mysql; \
                Fedora: dnf install mysql-server), or run Phoenix in containers: docker compose up.""".formatted(FLOOR, why));
    }

    List<String> command(List<String> more) {
        List<String> command = new ArrayList<>(program);
        command.add("--no-defaults");
        command.addAll(options);
        command.addAll(more);
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root"); // In containers; MySQL wants this to be explicit.
        }
        return command;
    }

    private static Optional<MysqlSoftware> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/usr/libexec"))
                .map(folder -> Path.of(folder, "mysqld"))
                .filter(Files::isExecutable)
                .flatMap(program -> ifGoodEnough(List.of(program.toString()), List.of()).stream())
                .findFirst();
    }

    private static Optional<MysqlSoftware> fetched(Path root) {
        Path program = root.resolve(PROGRAM);
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        // With its own loader and libraries, which are newer than this system's.
        Path libraries = only(root.resolve("usr/lib"), "*-linux-gnu*");
        Path loader = only(libraries, "ld-linux-*.so.*");
        Path share = root.resolve("usr/share/mysql");
        return ifGoodEnough(
                List.of(loader.toString(), "--library-path", libraries.toString(), program.toString()),
                List.of(
                        "--lc-messages-dir=" + share,
                        "--character-sets-dir=" + share.resolve("charsets"),
                        "--plugin-dir=" + root.resolve("usr/lib/mysql/plugin")));
    }

    private static Optional<MysqlSoftware> ifGoodEnough(List<String> program, List<String> options) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--no-defaults", "--version"));
        String answer = Commands.output(command);
        Matcher version = VERSION.matcher(answer);
        return version.find()
                        && !answer.contains("MariaDB")
                        && Version.parse(version.group(1)).compareTo(Version.parse(FLOOR)) >= 0
                ? Optional.of(new MysqlSoftware(version.group(1), program, options))
                : Optional.empty();
    }

    private static Path only(Path folder, String glob) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            for (Path path : found) {
                return path;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new ServerException("No " + glob + " in " + folder + ": remove the fetched MySQL and try again.");
    }
}

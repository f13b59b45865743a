package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.mysql.DebianPackages;
import com.qualitypost.phoenix.servers.mysql.DebianPackages.Outcome;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the browser for tests: an installed one, or otherwise one from Debian's packages, unpacked into the software
 * folder.
 */
public final class Chromium {
    // Not every program of that name is a browser: Ubuntu's only suggests another package.
    private static final Pattern VERSION = Pattern.compile("Chrom(e|ium)\\S* \\d+");
    /** Without the windows of a desktop, which cost more than the pages. */
    private static final String PACKAGE = "chromium-headless-shell";

    private static final String PROGRAM = "usr/lib/chromium/" + PACKAGE;

    private Chromium() {}

    /**
     * The program to start, if this machine can have one. It may have to be fetched; {@code progress} is told about
     * that.
     */
    public static Optional<Path> locate(Consumer<String> progress) {
        return installed().or(() -> unpacked(PhoenixFolders.software().resolve(PACKAGE), progress));
    }

    private static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        Stream<Path> onPath = Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        Stream<Path> onMac = Stream.of("Chromium", "Google Chrome")
                .map(name -> Path.of("/Applications", name + ".app", "Contents", "MacOS", name));
        return Stream.concat(onPath, onMac)
                .filter(Files::isExecutable)
                .filter(Chromium::runs)
                .findFirst();
    }

    private static Optional<Path> unpacked(Path folder, Consumer<String> progress) {
        var packages = new DebianPackages(DebianPackages.OWN, folder, PROGRAM, List.of(PACKAGE, "fonts-liberation"));
        return switch (packages.fetch(progress)) {
            case Outcome.Unpacked _ -> Optional.of(launcher(folder));
            case Outcome.NotHere(String why) -> {
                progress.accept(why);
                yield Optional.empty();
            }
            case Outcome.Failed(String why) -> throw unusable("could not be fetched:\n  " + why);
        };
    }

    private static Path launcher(Path folder) {
        place("fonts.conf", "rw-r--r--", folder);
        Path launcher = place("chromium", "rwxr-xr-x", folder);
        if (!runs(launcher)) {
            throw unusable("in " + folder + " does not run: " + Commands.output(version(launcher)));
        }
        return launcher;
    }

    private static ServerException unusable(String why) {
        return new ServerException("No Chromium or Chrome is installed on this machine, and the one of its packages "
                + why + "\nTry again, or install it (as root: apt-get install chromium).");
    }

    private static boolean runs(Path program) {
        return VERSION.matcher(Commands.output(version(program))).find();
    }

    private static List<String> version(Path program) {
        return List.of(program.toString(), "--version");
    }

    /** Under another name first: tests of other modules may be starting it. */
    private static Path place(String name, String permissions, Path folder) {
        try (InputStream in = Objects.requireNonNull(Chromium.class.getResourceAsStream(name), name)) {
            Path fresh = Files.createTempFile(folder, name, ".new");
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
            return Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

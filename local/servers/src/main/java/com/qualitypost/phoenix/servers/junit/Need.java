package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** What some tests need and not every machine can have. What can be fetched is fetched when first needed. */
public enum Need {
    CONTAINER_ENGINE(
            "container engine",
            "none answers",
            () -> DockerClientFactory.instance().isDockerAvailable()),
    DEBIAN_MIRROR("Debian mirror", "apt knows none", Need::hasDebianMirror),
    NODE("Node.js", "install 20 or newer, with npm", Need::hasNode),
    CHROMIUM(
            "Chromium",
            "install it or Chrome",
            () -> Chromium.locate(System.out::println).isPresent()),
    REAL_HISTORIES("real histories", "say -Dphoenix.data=FOLDER", Need::hasRealHistories);

    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\.");
    private static final int NODE_FLOOR = 20;

    private final String name;
    private final String remedy;
    private final BooleanSupplier question;

    Need(String name, String remedy, BooleanSupplier question) {
        this.name = name;
        this.remedy = remedy;
        this.question = question;
    }

    /** Checks this machine again each time. */
    public boolean isMet() {
        return question.getAsBoolean();
    }

    /** The folder with the files of the tests of real histories. */
    public static Path realHistories() {
        String folder = System.getProperty("phoenix.data", "");
        return folder.isBlank() ? PhoenixFolders.repository().resolve("../shared/data") : Path.of(folder);
    }

    /** Whether a test was skipped for this need, judged by the reason in its report. */
    public boolean isReasonOf(String message) {
        return message.startsWith(missing());
    }

    String reason() {
        return missing() + ": " + remedy;
    }

    /** {@code twin}: a test of the same behaviour with what every machine has. */
    String reason(Class<?> twin) {
        return missing() + ": " + twin.getSimpleName() + " runs instead";
    }

    private String missing() {
        return "no " + name + " here";
    }

    private static boolean hasDebianMirror() {
        return Commands.attempt(List.of("apt-get", "indextargets", "--format", "$(REPO_URI)"))
                .orElse("")
                .lines()
                .anyMatch(address -> address.matches(".*/debian/?"));
    }

    private static boolean hasNode() {
        Matcher version = NODE_VERSION.matcher(
                Commands.attempt(List.of("node", "--version")).orElse(""));
        return version.lookingAt() && Integer.parseInt(version.group(1)) >= NODE_FLOOR;
    }

    private static boolean hasRealHistories() {
        return Stream.of("postal-scans.csv", "cargo-milestones.csv")
                .map(realHistories()::resolve)
                .allMatch(Files::isReadable);
    }
}

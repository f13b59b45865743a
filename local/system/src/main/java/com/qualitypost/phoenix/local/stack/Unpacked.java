package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.ClassArchive;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** An application's jar, unpacked beside itself: only from there can the JVM keep an archive of the classes. */
record Unpacked(Path folder) {
    /**
     * Unpacks the jar unless that was done. Folders are told apart by content, because a jar's date is always the same.
     */
    static Unpacked of(Path jar) {
        if (!Files.exists(jar)) {
            throw new ServerException(jar + " is missing. Build it: ./mvnw -DskipTests package");
        }
        Path all = jar.resolveSibling("unpacked");
        Path folder = all.resolve(checksum(jar));
        if (!Files.exists(folder)) {
            Folders.remove(all);
            // A name of our own: a process that was killed may have left a child that is still unpacking.
            Path fresh = all.resolve("fresh." + ProcessHandle.current().pid());
            extract(jar, fresh);
            Unchecked.run(() -> Files.move(fresh, folder));
        }
        return new Unpacked(folder);
    }

    Path jar() {
        try (var files = Files.newDirectoryStream(folder, "*.jar")) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any version of this jar has an archive; one without writes it when it first stops gracefully. */
    static boolean isArchived(Path jar) {
        try (var files = Files.find(
                jar.resolveSibling("unpacked"), 2, (file, _) -> file.toString().endsWith(".jsa"))) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    ClassArchive archive() {
        return ClassArchive.in(folder, jar());
    }

    private static void extract(Path jar, Path to) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                to.toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerException("Unpacking " + jar + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unpacking " + jar, e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while unpacking " + jar, e);
        }
    }

    private static String checksum(Path jar) {
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), sum)) {
            byte[] buffer = new byte[1 << 20];
            while (in.read(buffer) >= 0) {
                // Only the checksum is needed.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + jar, e);
        }
        return Long.toHexString(sum.getValue());
    }
}

package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy in which the applications' jars are built. */
public final class Repository {
    private Repository() {}

    /** The folder with {@code mvnw}, given by the script or found at or above the working folder. */
    public static Path root() {
        String said = System.getProperty("phoenix.repository");
        if (said != null) {
            return Path.of(said);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new ServerException("There is no Phoenix repository at or above this folder. Call the ./phoenix in it.");
    }

    /** Its place once it is built. */
    static Path jar(Component application) {
        String module = application.folder();
        return root().resolve(module).resolve("target/phoenix-" + module + "-0.1.0-SNAPSHOT.jar");
    }
}

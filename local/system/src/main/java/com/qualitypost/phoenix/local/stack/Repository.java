package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import java.nio.file.Path;

/** The working copy in which the applications' jars are built. */
public final class Repository {
    private Repository() {}

    /** The folder with {@code mvnw}, given by the script or found at or above the working folder. */
    public static Path root() {
        String said = System.getProperty("phoenix.repository");
        return said != null ? Path.of(said) : PhoenixFolders.repository();
    }

    /** Its place once it is built. */
    static Path jar(Component application) {
        String module = application.folder();
        return root().resolve(module).resolve("target/phoenix-" + module + "-0.1.0-SNAPSHOT.jar");
    }
}

package com.qualitypost.phoenix.local.stack;

import java.nio.file.Path;
import java.util.Arrays;

/** The applications' jars, unpacked as they are started. */
public final class ApplicationJars {
    private ApplicationJars() {}

    /** For the application with this folder. */
    public static Path unpacked(String application) {
        Component part = Arrays.stream(Component.values())
                .filter(any -> any.isApplication() && any.folder().equals(application))
                .findFirst()
                .orElseThrow();
        return Unpacked.of(Repository.jar(part)).jar();
    }
}

package com.qualitypost.phoenix.local.planted;

import com.qualitypost.phoenix.local.stack.Repository;
import java.nio.file.Path;

/** Attaches a bug to the process of its application. */
public final class JavaAgent {
    private JavaAgent() {}

    /**
     * The JVM's option. The application's error stream then says {@code planted: BUG}, or the process ends with 70.
     */
    public static String option(Bug bug) {
        return option(bug.name());
    }

    static String option(String bug) {
        Path jar = Repository.root().resolve("local/chaos/target/phoenix-chaos-0.1.0-SNAPSHOT-planted.jar");
        return "-javaagent:" + jar + "=" + bug;
    }
}

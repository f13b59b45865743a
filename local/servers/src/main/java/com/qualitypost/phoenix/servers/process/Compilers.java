package com.qualitypost.phoenix.servers.process;

import java.util.List;

/**
 * Which of the JVM's compilers the servers and applications use. On one machine that is the first one only
 * (docs/decisions/0008); whoever measures wants both, as in production.
 */
public final class Compilers {
    /** The system property that says {@link #BOTH}. */
    public static final String PROPERTY = "phoenix.compilers";

    public static final String BOTH = "both";

    private static final String FIRST_ONLY = "-XX:TieredStopAtLevel=1";

    private Compilers() {}

    /** The options of a JVM that runs for longer than its start. */
    public static List<String> options() {
        return BOTH.equals(System.getProperty(PROPERTY)) ? List.of() : List.of(FIRST_ONLY);
    }
}

package com.qualitypost.phoenix.servers.process;

/** How long a server lives. */
public enum Lifetime {
    /** Killed when this JVM ends. */
    ATTACHED,

    /** Survives this JVM; found again by {@link ServerProcess#find}. */
    DETACHED
}

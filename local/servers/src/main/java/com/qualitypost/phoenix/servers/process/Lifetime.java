package com.qualitypost.phoenix.servers.process;

/** How long a server lives. */
public enum Lifetime {
    /** Killed when this JVM ends. */
    ATTACHED,

    /** Goes on when this JVM ends; found again by {@link ServerProcess#find}. */
    DETACHED
}

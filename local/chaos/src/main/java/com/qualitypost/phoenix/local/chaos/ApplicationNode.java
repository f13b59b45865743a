package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.stack.Application;
import com.qualitypost.phoenix.local.stack.ApplicationSettings;
import com.qualitypost.phoenix.local.stack.Component;
import com.qualitypost.phoenix.local.stack.Health;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;

/** One of two identical processes of an application. */
final class ApplicationNode {
    private final Component part;
    private final int index;
    private final Path folder;
    private final Ports ports;
    private final ApplicationSettings settings;
    private String[] jvm = {};
    private ServerProcess process;

    ApplicationNode(Component part, int index, Path folder, Ports ports, ApplicationSettings settings) {
        this.part = part;
        this.index = index;
        this.folder = folder;
        this.ports = ports;
        this.settings = settings;
        this.process = Application.launch(part, folder, settings, Lifetime.ATTACHED);
    }

    Component part() {
        return part;
    }

    /** Whether this is the first of the two. */
    boolean isFirst() {
        return index == 0;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + part.port(ports));
    }

    URI managementAddress() {
        return URI.create("http://127.0.0.1:" + part.managementPort(ports));
    }

    /** Returns at once. */
    synchronized void start() {
        if (!process.isAlive()) {
            process = Application.launch(part, folder, settings, Lifetime.ATTACHED, jvm);
        }
    }

    /** Restarts it gracefully, with these JVM options from now on. */
    synchronized void restart(String... options) {
        stop();
        jvm = options;
        start();
    }

    synchronized void kill() {
        process.kill();
    }

    /** Stops it gracefully, as a deployment does. */
    synchronized void stop() {
        process.stop();
    }

    synchronized void freeze() {
        process.freeze();
    }

    synchronized void thaw() {
        process.thaw();
    }

    boolean isWell(Health health) {
        return health.isGood(managementAddress().toString());
    }

    @Override
    public String toString() {
        return part.folder() + "-" + index;
    }
}

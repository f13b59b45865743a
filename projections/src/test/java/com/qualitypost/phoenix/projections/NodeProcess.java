package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.servers.process.ServerProcess;

/** A node in a process of its own, which can be killed and frozen. */
public record NodeProcess(ServerProcess process, Node node) implements AutoCloseable {
    public String phase() {
        return node.cdc("phase");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.kill(); // frozen or not
        }
    }
}

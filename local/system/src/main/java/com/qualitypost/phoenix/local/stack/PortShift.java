package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that moves all ports, for the commands that start something. */
public final class PortShift {
    @Option(
            names = "--port-shift",
            paramLabel = "N",
            defaultValue = "${env:PHOENIX_PORT_SHIFT}",
            description = "moves every port up by N (also: PHOENIX_PORT_SHIFT=N)")
    private @Nullable Integer shift;

    /** The installation, on the requested ports or otherwise the last ones. */
    public Installation installation() {
        Installation existing = Installation.existing();
        if (shift == null || shift == existing.ports().shift()) {
            return existing;
        }
        if (!existing.running().isEmpty()) {
            throw new ServerException("Phoenix is already running, on ports moved by %d. Stop it first: ./phoenix down"
                    .formatted(existing.ports().shift()));
        }
        try {
            return new Installation(existing.data(), new Ports(shift));
        } catch (IllegalArgumentException e) {
            throw new ServerException(String.valueOf(e.getMessage()), e);
        }
    }
}

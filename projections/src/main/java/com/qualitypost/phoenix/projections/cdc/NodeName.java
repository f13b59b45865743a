package com.qualitypost.phoenix.projections.cdc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The name with which this process signs the lease. */
@Component
class NodeName {
    private final String name = "%s:%d:%s"
            .formatted(
                    host(),
                    ProcessHandle.current().pid(),
                    UUID.randomUUID().toString().substring(0, 8));

    String name() {
        return name;
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.substring(0, Math.min(host.length(), 64));
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}

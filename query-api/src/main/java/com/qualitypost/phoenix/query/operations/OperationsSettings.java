package com.qualitypost.phoenix.query.operations;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether operators' pages are there.
 *
 * @param enabled left out: where the server itself is bound to this machine alone
 */
@ConfigurationProperties("phoenix.query.operations")
record OperationsSettings(@Nullable Boolean enabled) {
    boolean areThere(@Nullable InetAddress boundTo) {
        return enabled == null ? boundTo != null && boundTo.isLoopbackAddress() : enabled;
    }
}
